import type { Node, NodeChange } from '@xyflow/react'
import { canvasMarks } from './canvas-marks.ts'
import { type Box, snap } from './snap.ts'

/** How near a line a dragged page must be to jump to it, in pixels on the screen. */
const reach = 6
/** Only so many pages around are compared: those far away are not seen either. */
const neighbourhood = 1_600

const toBox = ({ position, width = 0, height = 0 }: Node): Box => ({ ...position, width, height })

const isNear = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < neighbourhood && Math.abs(a.y - b.y) < neighbourhood

/** Lets one page that is dragged jump to where it stands level with others, and shows the lines. */
export const snapChanges = (
  changes: NodeChange[],
  nodes: readonly Node[],
  zoom: number,
): NodeChange[] => {
  const dragged = changes.filter((change) => change.type === 'position')
  const [change] = dragged
  if (change === undefined) return changes
  const node = nodes.find(({ id }) => id === change.id)
  if (dragged.length > 1 || !change.dragging || !change.position || !node) {
    if (canvasMarks.getState().guides.length > 0) canvasMarks.setState({ guides: [] })
    return changes
  }
  const moved = { ...toBox(node), ...change.position }
  const others = nodes
    .filter(({ id, type }) => id !== node.id && type === 'page')
    .map(toBox)
    .filter((box) => isNear(box, moved))
  const { x, y, guides } = snap(moved, others, reach / zoom)
  if (guides.length > 0 || canvasMarks.getState().guides.length > 0) {
    canvasMarks.setState({ guides })
  }
  return changes.map((one) => (one === change ? { ...change, position: { x, y } } : one))
}
