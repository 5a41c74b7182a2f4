import type { PageState } from '#domain/flow/flow-state.ts'
import { pageHeight, pageSize } from '#domain/flow/page-extent.ts'
import { memoize } from './memoize.ts'
import { findEntry, findExit, type Pages } from './page-joints.ts'

/** How far a way keeps from the pages that it runs beside: labels of shorter ways stand there. */
const clearance = 36
const lane = { height: 10, most: 8 }
/** How far a way back runs out on both sides before it turns. */
export const turn = 28
/** No two points of a curve that are looked at are further apart than this, across. */
const step = pageSize.width / 3

type Point = PageState['position']

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const toBox = ({ position: { x, y }, componentOrder }: PageState): Box => ({
  left: x,
  right: x + pageSize.width,
  top: y,
  bottom: y + pageHeight(componentOrder.length),
})

/** Points of the curve that joins two pages when nothing stands between them. */
const listCurve = (from: Point, to: Point): Point[] => {
  // At its ends it is half as fast again as on average.
  const steps = Math.ceil((1.5 * (to.x - from.x)) / step)
  return Array.from({ length: steps - 1 }, (_, index) => {
    const t = (index + 1) / steps
    const rest = 1 - t
    const ofMiddle = 3 * t * rest
    return {
      x: from.x * rest ** 3 + ((from.x + to.x) / 2) * ofMiddle + to.x * t ** 3,
      y: from.y * rest * rest * (rest + 3 * t) + to.y * t * t * (t + 3 * rest),
    }
  })
}

const holds = ({ left, right, top, bottom }: Box, { x, y }: Point): boolean =>
  x > left && x < right && y > top && y < bottom

/** The next height from a start, upwards or downwards, at which a level line meets none of the pages. */
const findFreeLevel = (boxes: readonly Box[], start: number, direction: 1 | -1): number => {
  const crossed = boxes.filter(
    ({ top, bottom }) => start > top - clearance && start < bottom + clearance,
  )
  if (crossed.length === 0) return start
  const edge =
    direction < 0
      ? Math.min(...crossed.map(({ top }) => top - clearance))
      : Math.max(...crossed.map(({ bottom }) => bottom + clearance))
  return findFreeLevel(boxes, edge, direction)
}

/** A free level so many lanes further out, so that ways over more pages do not lie on those over fewer. */
const findOuterLevel = (
  boxes: readonly Box[],
  start: number,
  direction: 1 | -1,
  lanes: number,
): number => {
  const level = findFreeLevel(boxes, start, direction)
  const further = Math.min(Math.max(lanes, 0), lane.most) * lane.height
  return findFreeLevel(boxes, level + direction * further, direction)
}

/** Over or under the pages that a curve would cross, whichever is nearer. */
const findLevelAhead = (boxes: readonly Box[], from: Point, to: Point): number | null => {
  const between = boxes.filter(({ left, right }) => left < to.x && right > from.x)
  const curve = listCurve(from, to)
  const [high, low] = [Math.min(from.y, to.y), Math.max(from.y, to.y)]
  const crossed = between.filter(
    (box) => box.top < low && box.bottom > high && curve.some((point) => holds(box, point)),
  )
  if (crossed.length === 0) return null
  const middle = (from.y + to.y) / 2
  const over = findOuterLevel(between, middle, -1, crossed.length - 1)
  const under = findOuterLevel(between, middle, 1, crossed.length - 1)
  return middle - over <= under - middle ? over : under
}

/** Between the two pages where there is room, else under them, so that it is told from a way ahead. */
const findLevelBack = (boxes: readonly Box[], from: Point, to: Point): number => {
  const between = boxes.filter(({ left, right }) => left < from.x + turn && right > to.x - turn)
  const middle = (from.y + to.y) / 2
  const over = findFreeLevel(between, middle, -1)
  if (over > Math.min(from.y, to.y)) return over
  return findOuterLevel(between, middle, 1, between.length - 2)
}

/** Finds the height of a way, by the ids of the page that it leads from and of its target. */
type FindDetour = (source: string, target: string) => number | null

const createDetours = (pages: Pages): FindDetour => {
  const boxes = pages.pageOrder.flatMap((id) => pages.pagesById[id] ?? []).map(toBox)
  const entryOf = memoize((target: string) => findEntry(pages, target))
  const levelOf = memoize((source: string) =>
    memoize((target: string) => {
      const page = pages.pagesById[source]
      const to = entryOf(target)
      if (page === undefined || to === undefined) return null
      const from = findExit(page)
      if (to.x <= from.x) return findLevelBack(boxes, from, to)
      // No page has room between most.
      return to.x - from.x < pageSize.width ? null : findLevelAhead(boxes, from, to)
    }),
  )
  return (source, target) => levelOf(source)(target)
}

const standsAlike = (one: PageState | undefined, other: PageState | undefined): boolean =>
  one?.position === other?.position && one?.componentOrder.length === other?.componentOrder.length

let last: { pages: Pages; find: FindDetour } | undefined

/**
 * Finds the height, in canvas units, at which a way has to run so that no page lies on it: null where
 * the plain curve from one page to the other is free. Each is looked for once, until a page is moved or
 * gets another height: many ways ask, and after every edit.
 */
export const findDetour = (
  { pagesById, pageOrder }: Pages,
  source: string,
  target: string,
): number | null => {
  const known = last?.pages
  if (last === undefined || known?.pagesById !== pagesById || known.pageOrder !== pageOrder) {
    const isSame =
      known?.pageOrder === pageOrder &&
      pageOrder.every((id) => standsAlike(known.pagesById[id], pagesById[id]))
    const pages = { pagesById, pageOrder }
    last = { pages, find: isSame && last ? last.find : createDetours(pages) }
  }
  return last.find(source, target)
}
