import { MarkerType, type Node, Position } from '@xyflow/react'
import { finishTarget } from '#domain/flow/finish-target.ts'
import type { FlowState, PageState } from '#domain/flow/flow-state.ts'
import { pageHeight, pageSize } from '#domain/flow/page-extent.ts'
import { pageSpacing } from '#domain/flow/page-spacing.ts'
import { toWays, type Way } from '#domain/flow/ways.ts'
import { toEdgeId } from './edge-id.ts'
import type { TransitionEdgeType } from './edge-path.ts'

/** The height of the line that pages are joined at. */
const handleTop = pageSize.header / 2
const finishSize = { width: 104, height: 36 }

type Pages = FlowState['pagesById']

const handle = (type: 'source' | 'target', position: Position, x: number, y: number) => ({
  type,
  position,
  x,
  y,
  width: 1,
  height: 1,
})

const nodes = new WeakMap<PageState, Node>()

/** A page as a node. The same page is the same node, so that nothing else is drawn again. */
const toPageNode = (page: PageState): Node => {
  const known = nodes.get(page)
  if (known) return known
  const size = { width: pageSize.width, height: pageHeight(page.componentOrder.length) }
  const node: Node = {
    id: page.id,
    type: 'page',
    position: page.position,
    ...size,
    // Known beforehand, so that nothing has to be measured and drawn a second time.
    measured: size,
    data: {},
    ariaLabel: `Page ${page.title}`,
    handles: [
      handle('target', Position.Left, 0, handleTop),
      handle('source', Position.Right, pageSize.width, handleTop),
    ],
  }
  nodes.set(page, node)
  return node
}

const toFinishNode = (last: PageState | undefined): Node => ({
  id: finishTarget,
  type: 'finish',
  position: {
    x: (last?.position.x ?? 0) + pageSpacing,
    y: (last?.position.y ?? 0) + handleTop - finishSize.height / 2,
  },
  ...finishSize,
  measured: finishSize,
  data: {},
  draggable: false,
  selectable: false,
  focusable: false,
  handles: [handle('target', Position.Left, 0, finishSize.height / 2)],
})

/** The pages as nodes, and the finish to the right of the last one. */
export const toNodes = (pages: Pages, order: readonly string[]): Node[] => {
  const listed = order.flatMap((id) => pages[id] ?? [])
  return [...listed.map(toPageNode), toFinishNode(listed.at(-1))]
}

const markerEnd = {
  type: MarkerType.ArrowClosed,
  color: 'var(--control)',
  width: 16,
  height: 16,
}

const toEdge = (way: Way, index: number, ways: readonly Way[]): TransitionEdgeType => ({
  id: toEdgeId(way),
  type: 'transition',
  source: way.pageId,
  target: way.to,
  data: {
    way,
    isBranch: ways.length > 1,
    nth: ways.slice(0, index).filter(({ to }) => to === way.to).length,
  },
  focusable: false,
  selectable: false,
  reconnectable: 'target',
  markerEnd,
})

const edges = new WeakMap<PageState, { following: string; edges: TransitionEdgeType[] }>()

/** The ways on from a page as edges. The same ways are the same edges, so that none is drawn again. */
const edgesOf = (page: PageState, following: string): TransitionEdgeType[] => {
  const known = edges.get(page)
  if (known?.following === following) return known.edges
  const made = toWays(page, following).map(toEdge)
  edges.set(page, { following, edges: made })
  return made
}

/** What comes after what, as edges; ways to deleted pages can not be drawn. */
export const toEdges = (pages: Pages, order: readonly string[]): TransitionEdgeType[] => {
  const pageOrder = order.filter((id) => pages[id] !== undefined)
  return pageOrder
    .flatMap((id, index) => {
      const page = pages[id]
      return page ? edgesOf(page, pageOrder[index + 1] ?? finishTarget) : []
    })
    .filter(({ target }) => target === finishTarget || pages[target] !== undefined)
}
