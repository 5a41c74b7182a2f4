import dagre from '@dagrejs/dagre'

/** What the layout needs to know: sizes of pages and what leads where, in page order. */
export interface LayoutInput {
  pages: readonly { id: string; width: number; height: number }[]
  edges: readonly { source: string; target: string }[]
}

type Edge = LayoutInput['edges'][number]

export type Places = Record<string, { x: number; y: number }>

const gaps = { between: 72, ranks: 160 }

interface Placed {
  id: string
  x: number
  y: number
  height: number
}

/**
 * The edges without those that close a loop: to a page that comes earlier in order and from which only
 * later ones lead back here. Left to itself, the layout would turn any edge of a loop around.
 */
const withoutWaysBack = ({ pages, edges }: LayoutInput): LayoutInput['edges'] => {
  const placeById = new Map(pages.map(({ id }, place) => [id, place]))
  const placeOf = (id: string) => placeById.get(id) ?? Number.NaN
  const isAhead = ({ source, target }: Edge) => placeOf(target) > placeOf(source)
  const ahead = Map.groupBy(edges.filter(isAhead), ({ source }) => source)
  const leadsTo = (from: string, to: string): boolean => {
    const seen = new Set([from])
    for (const id of seen) for (const { target } of ahead.get(id) ?? []) seen.add(target)
    return seen.has(to)
  }
  return edges.filter((edge) => isAhead(edge) || !leadsTo(edge.target, edge.source))
}

/**
 * Arranges the pages as if all were of one height: which stand in a column, and which in a line. Pages
 * are joined at their headers, so that lines of upper edges, not of middles, are straight.
 */
const arrangeAlike = (input: LayoutInput): Placed[] => {
  const { pages } = input
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
  for (const { id, width } of pages) graph.setNode(id, { width, height: 1 })
  for (const { source, target } of withoutWaysBack(input)) {
    if (graph.hasNode(source) && graph.hasNode(target)) graph.setEdge(source, target)
  }
  dagre.layout(graph)
  return pages.map(({ id, width, height }) => {
    const { x = 0, y = 0 } = graph.node(id)
    return { id, x: Math.round(x - width / 2), y: Math.round(y), height }
  })
}

/** Moves lines down so far that no page covers the one below it; a page stays in its line. */
const makeRoom = (pages: readonly Placed[]): Placed[] => {
  const lines = Map.groupBy(
    pages.toSorted((one, other) => one.y - other.y),
    ({ y }) => y,
  )
  const freeBelow = new Map<number, number>()
  let last: { y: number; top: number } | undefined
  return [...lines].flatMap(([y, line]) => {
    const wished = last === undefined ? y : last.top + y - last.y
    const top = Math.max(wished, ...line.map(({ x }) => freeBelow.get(x) ?? wished))
    for (const { x, height } of line) freeBelow.set(x, top + height + gaps.between)
    last = { y, top }
    return line.map((page) => ({ ...page, y: top }))
  })
}

/**
 * Places pages from left to right by what comes after what, with few crossings. The same flow is always
 * placed the same way. Places are upper left corners in canvas units; the first page stands at 0, 0.
 */
export const layoutPages = (input: LayoutInput): Places => {
  const placed = new Map(makeRoom(arrangeAlike(input)).map((page) => [page.id, page]))
  const origin = placed.get(input.pages[0]?.id ?? '') ?? { x: 0, y: 0 }
  return Object.fromEntries(
    [...placed].map(([id, { x, y }]) => [id, { x: x - origin.x, y: y - origin.y }]),
  )
}
