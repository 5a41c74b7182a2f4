import { MarkerType, type Node, Position } from '@xyflow/react'
import { finishTarget } from '#domain/flow/finish-target.ts'
import type { FlowState, PageState } from '#domain/flow/flow-state.ts'
import { pageHeight, pageSize } from '#domain/flow/page-extent.ts'
import { toWays, type Way } from '#domain/flow/ways.ts'
import { toEdgeId } from './edge-id.ts'
import type { TransitionEdgeType } from './edge-path.ts'
import { findFinishPosition, finishSize, handleSizes, handleTop } from './page-joints.ts'

type Pages = FlowState['pagesById']

/** As large as it is drawn: a page that changes its height is measured, and its ways must not jump. */
const handle = (type: 'source' | 'target', x: number, y: number, size: number) => ({
  type,
  position: type === 'target' ? Position.Left : Position.Right,
  x: x - size / 2,
  y: y - size / 2,
  width: size,
  height: size,
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
      handle('target', 0, handleTop, handleSizes.page),
      handle('source', pageSize.width, handleTop, handleSizes.page),
    ],
  }
  nodes.set(page, node)
  return node
}

const toFinishNode = (position: Node['position']): Node => ({
  id: finishTarget,
  type: 'finish',
  position,
  ...finishSize,
  measured: finishSize,
  data: {},
  draggable: false,
  selectable: false,
  focusable: false,
  handles: [handle('target', 0, finishSize.height / 2, handleSizes.finish)],
})

/** The pages as nodes, and the finish to the right of the last one. */
export const toNodes = (pagesById: Pages, pageOrder: readonly string[]): Node[] => [
  ...pageOrder.flatMap((id) => pagesById[id] ?? []).map(toPageNode),
  toFinishNode(findFinishPosition({ pagesById, pageOrder })),
]

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
  // By its ids alone it would be read out; labels, the outline and the settings say what leads where.
  domAttributes: { 'aria-hidden': true },
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
