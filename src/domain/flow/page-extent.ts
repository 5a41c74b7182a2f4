import type { Page } from './flow-schema.ts'
import type { FlowState } from './flow-state.ts'
import { pageSpacing } from './page-spacing.ts'

/** Sizes of a page as it is drawn on the canvas, in canvas units. */
export const pageSize = { width: 272, header: 52, row: 44, empty: 64, footer: 48 } as const

const gap = 40

type Position = Page['position']

interface Extent {
  position: Position
  rows: number
}

/** The height of a page on the canvas with so many components. */
export const pageHeight = (rows: number): number =>
  pageSize.header + pageSize.footer + (rows * pageSize.row || pageSize.empty)

const overlaps = (one: Extent, other: Extent): boolean =>
  Math.abs(one.position.x - other.position.x) < pageSize.width + gap / 2 &&
  one.position.y < other.position.y + pageHeight(other.rows) + gap / 2 &&
  other.position.y < one.position.y + pageHeight(one.rows) + gap / 2

const listExtents = ({ pagesById }: FlowState): Extent[] =>
  Object.values(pagesById).map(({ position, componentOrder }) => ({
    position,
    rows: componentOrder.length,
  }))

/**
 * How far a group of new pages is to be moved so that none of them covers a page that is there: by the
 * wish itself where there is room, else further down.
 */
export const findFreeShift = (
  state: FlowState,
  group: readonly Extent[],
  wish: Position,
): Position => {
  const standing = listExtents(state)
  const isFree = (shift: Position) =>
    group.every(({ position, rows }) => {
      const moved = { position: { x: position.x + shift.x, y: position.y + shift.y }, rows }
      return !standing.some((other) => overlaps(moved, other))
    })
  let shift = wish
  for (let tries = 0; tries < 500 && !isFree(shift); tries += 1) {
    shift = { x: shift.x, y: shift.y + gap }
  }
  return shift
}

/** Where a new page goes that comes after another one: to its right, or below what stands there. */
export const findPositionAfter = (state: FlowState, pageId: string): Position => {
  const { x, y } = state.pagesById[pageId]?.position ?? { x: 0, y: 0 }
  const shift = findFreeShift(state, [{ position: { x, y }, rows: 1 }], { x: pageSpacing, y: 0 })
  return { x: x + shift.x, y: y + shift.y }
}
