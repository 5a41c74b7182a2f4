import type { FlowState, PageState } from './flow-state.ts'
import type { Operation, SimpleOperation } from './operation-schema.ts'
import { pageHeight } from './page-extent.ts'

export type Alignment = 'left' | 'top' | 'distribute-across' | 'distribute-down'

const labels: Record<Alignment, string> = {
  left: 'Aligned pages left',
  top: 'Aligned pages at the top',
  'distribute-across': 'Distributed pages across',
  'distribute-down': 'Distributed pages down',
}

type Places = Map<string, PageState['position']>

/** Equal steps from the leftmost to the rightmost: pages are all equally wide. */
const distributeAcross = (pages: readonly PageState[]): Places => {
  const sorted = pages.toSorted((a, b) => a.position.x - b.position.x)
  const start = sorted[0]?.position.x ?? 0
  const step = ((sorted.at(-1)?.position.x ?? 0) - start) / Math.max(sorted.length - 1, 1)
  return new Map(
    sorted.map(({ id, position }, index) => [
      id,
      { x: Math.round(start + step * index), y: position.y },
    ]),
  )
}

/** Equal gaps from the topmost to the lowest, whatever their heights. */
const distributeDown = (pages: readonly PageState[]): Places => {
  const heightOf = ({ componentOrder }: PageState) => pageHeight(componentOrder.length)
  const sorted = pages.toSorted((a, b) => a.position.y - b.position.y)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return new Map()
  const total = last.position.y + heightOf(last) - first.position.y
  const filled = sorted.reduce((sum, page) => sum + heightOf(page), 0)
  const gap = (total - filled) / Math.max(sorted.length - 1, 1)
  let top = first.position.y
  return new Map(
    sorted.map((page) => {
      const position = { x: page.position.x, y: Math.round(top) }
      top += heightOf(page) + gap
      return [page.id, position]
    }),
  )
}

const place = (pages: readonly PageState[], alignment: Alignment): Places => {
  if (alignment === 'distribute-across') return distributeAcross(pages)
  if (alignment === 'distribute-down') return distributeDown(pages)
  const x = Math.min(...pages.map(({ position }) => position.x))
  const y = Math.min(...pages.map(({ position }) => position.y))
  return new Map(
    pages.map(({ id, position }) => [
      id,
      alignment === 'left' ? { x, y: position.y } : { x: position.x, y },
    ]),
  )
}

/** Aligns or distributes pages on the canvas, as one step; nothing when they stand so already. */
export const alignPages = (
  state: FlowState,
  pageIds: readonly string[],
  alignment: Alignment,
): Operation | undefined => {
  const pages = pageIds.flatMap((id) => state.pagesById[id] ?? [])
  const places = place(pages, alignment)
  const operations = pages.flatMap(({ id, position: old }): SimpleOperation[] => {
    const position = places.get(id)
    if (position === undefined || (position.x === old.x && position.y === old.y)) return []
    return [{ type: 'page.move', pageId: id, position }]
  })
  return operations.length === 0
    ? undefined
    : { type: 'batch', label: labels[alignment], operations }
}
