import type { Page } from './flow-schema.ts'
import { type FlowState, getPage, type PageState } from './flow-state.ts'
import type { SimpleOperation } from './operation-schema.ts'
import { pageHeight, pageSize } from './page-extent.ts'
import { pageSpacing } from './page-spacing.ts'
import { listWays, type Way } from './ways.ts'

const gap = 40

type Position = Page['position']

interface Extent {
  position: Position
  rows: number
}

type Standing = Pick<FlowState, 'pagesById'>

const overlaps = (one: Extent, other: Extent): boolean =>
  Math.abs(one.position.x - other.position.x) < pageSize.width + gap / 2 &&
  one.position.y < other.position.y + pageHeight(other.rows) + gap / 2 &&
  other.position.y < one.position.y + pageHeight(one.rows) + gap / 2

const listExtents = ({ pagesById }: Standing): Extent[] =>
  Object.values(pagesById).map(({ position, componentOrder }) => ({
    position,
    rows: componentOrder.length,
  }))

/**
 * How far a group of new pages is to be moved so that none of them covers a page that is there: by the
 * wish itself where there is room, else further down.
 */
export const findFreeShift = (
  state: Standing,
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
export const findPositionAfter = (state: Standing, pageId: string): Position => {
  const { x, y } = state.pagesById[pageId]?.position ?? { x: 0, y: 0 }
  const shift = findFreeShift(state, [{ position: { x, y }, rows: 1 }], { x: pageSpacing, y: 0 })
  return { x: x + shift.x, y: y + shift.y }
}

/** Where a new page goes, and what is moved so that it has room there. */
interface Placement {
  position: Position
  moves: SimpleOperation[]
}

/** The pages from a line on to the right, moved further by some canvas units. */
const listMoved = (state: FlowState, from: number, by: number): PageState[] =>
  Object.values(state.pagesById)
    .filter(({ position }) => position.x >= from)
    .map((page) => ({ ...page, position: { x: page.position.x + by, y: page.position.y } }))

/**
 * Where a page goes that is put into a way: between its two pages. Where they stand too close, all
 * that stands to the right of the first one moves on by as much as is missing, so that columns stay
 * columns. On a branch it stands in line with the page that the branch leads to.
 */
export const placeInWay = (state: FlowState, { pageId, to }: Way): Placement => {
  const from = getPage(state, pageId).position
  const target = state.pagesById[to]?.position
  const distance = target === undefined ? 0 : target.x - from.x
  if (target === undefined || distance < pageSize.width) {
    return { position: findPositionAfter(state, pageId), moves: [] }
  }
  const missing = Math.max(2 * pageSpacing - distance, 0)
  const moved = missing === 0 ? [] : listMoved(state, from.x + pageSize.width / 2, missing)
  const isBranch = listWays(state, pageId).length > 1
  const wish = { x: from.x + (distance + missing) / 2, y: isBranch ? target.y : from.y }
  const standing = {
    ...state.pagesById,
    ...Object.fromEntries(moved.map((page) => [page.id, page])),
  }
  const page = { position: { x: 0, y: 0 }, rows: 1 }
  return {
    position: findFreeShift({ pagesById: standing }, [page], wish),
    moves: moved.map(({ id, position }) => ({ type: 'page.move', pageId: id, position })),
  }
}
