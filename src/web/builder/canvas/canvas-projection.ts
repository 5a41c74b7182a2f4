import { type Edge, MarkerType, type Node, Position } from '@xyflow/react'
import { finishTarget } from '#domain/flow/finish-target.ts'
import { buildFlowGraph } from '#domain/flow/flow-graph.ts'
import type { FlowState, PageState } from '#domain/flow/flow-state.ts'
import { pageSpacing } from '#domain/flow/page-spacing.ts'

/** Sizes of a page as it is drawn, in canvas units; the style sheet of the node uses the same. */
export const pageSize = { width: 272, header: 52, row: 44, empty: 64, footer: 48 } as const

/** The height of the line that pages are joined at. */
const handleTop = pageSize.header / 2
const finishSize = { width: 104, height: 36 }

type Pages = FlowState['pagesById']

const pageHeight = ({ componentOrder }: PageState): number =>
  pageSize.header + pageSize.footer + (componentOrder.length * pageSize.row || pageSize.empty)

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
  const node: Node = {
    id: page.id,
    type: 'page',
    position: page.position,
    width: pageSize.width,
    height: pageHeight(page),
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

/** What comes after what, as edges. */
export const toEdges = (pages: Pages, order: readonly string[]): Edge[] => {
  const { successors } = buildFlowGraph(order.flatMap((id) => pages[id] ?? []))
  return [...successors].flatMap(([source, targets]) =>
    targets
      .filter((target) => target === finishTarget || pages[target] !== undefined)
      .map((target) => ({
        id: `${source}-${target}`,
        source,
        target,
        focusable: false,
        selectable: false,
        markerEnd: { type: MarkerType.ArrowClosed, color: 'var(--control)', width: 16, height: 16 },
      })),
  )
}
