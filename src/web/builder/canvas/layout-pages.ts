import dagre from '@dagrejs/dagre'

/** What the layout needs to know: sizes of pages and what leads where, in page order. */
export interface LayoutInput {
  pages: readonly { id: string; width: number; height: number }[]
  edges: readonly { source: string; target: string }[]
}

export type Places = Record<string, { x: number; y: number }>

const gaps = { between: 72, ranks: 120 }

/**
 * Places pages from left to right by what comes after what, with few crossings. The same flow is always
 * placed the same way. Places are upper left corners in canvas units; the first page stands at 0, 0.
 */
export const layoutPages = ({ pages, edges }: LayoutInput): Places => {
  const graph = new dagre.graphlib.Graph({ multigraph: false })
  // network-simplex takes seconds where tight-tree takes a moment, and looks no better here.
  graph.setGraph({
    rankdir: 'LR',
    ranker: 'tight-tree',
    align: 'UL',
    nodesep: gaps.between,
    ranksep: gaps.ranks,
  })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id, width, height } of pages) graph.setNode(id, { width, height })
  for (const { source, target } of edges) {
    if (graph.hasNode(source) && graph.hasNode(target)) graph.setEdge(source, target)
  }
  dagre.layout(graph)
  const corners = pages.map(({ id, width, height }) => {
    const { x = 0, y = 0 } = graph.node(id)
    return { id, x: x - width / 2, y: y - height / 2 }
  })
  const [origin = { x: 0, y: 0 }] = corners
  return Object.fromEntries(
    corners.map(({ id, x, y }) => [
      id,
      { x: Math.round(x - origin.x), y: Math.round(y - origin.y) },
    ]),
  )
}
