import type { PageState } from '#domain/flow/flow-state.ts'
import { pageHeight, pageSize } from '#domain/flow/page-extent.ts'
import { findEntry, findExit, type Pages } from './page-joints.ts'

/** How far a way keeps from the pages that it runs beside. */
const clearance = 24
/** Ways over more pages run further out, so that they do not lie on those over fewer. */
const lane = { height: 10, most: 8 }
/** How far a way back runs out on both sides before it turns. */
export const turn = 28
/** The points of a curve that are looked at. */
const steps = 16

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
const listCurve = (from: Point, to: Point): Point[] =>
  Array.from({ length: steps - 1 }, (_, index) => {
    const t = (index + 1) / steps
    const rest = 1 - t
    const ofMiddle = 3 * t * rest
    return {
      x: from.x * rest ** 3 + ((from.x + to.x) / 2) * ofMiddle + to.x * t ** 3,
      y: from.y * rest * rest * (rest + 3 * t) + to.y * t * t * (t + 3 * rest),
    }
  })

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

/** Over or under the pages that a curve would cross, whichever is nearer. */
const findLevelAhead = (boxes: readonly Box[], from: Point, to: Point): number | null => {
  const between = boxes.filter(({ left, right }) => left < to.x && right > from.x)
  const curve = listCurve(from, to)
  const crossed = between.filter((box) => curve.some((point) => holds(box, point)))
  if (crossed.length === 0) return null
  const further = Math.min(crossed.length - 1, lane.most) * lane.height
  const middle = (from.y + to.y) / 2
  const settle = (direction: 1 | -1) =>
    findFreeLevel(
      between,
      findFreeLevel(between, middle, direction) + direction * further,
      direction,
    )
  const [over, under] = [settle(-1), settle(1)]
  return middle - over <= under - middle ? over : under
}

/** Between the two pages where there is room, else under them, so that it is told from a way ahead. */
const findLevelBack = (boxes: readonly Box[], from: Point, to: Point): number => {
  const between = boxes.filter(({ left, right }) => left < from.x + turn && right > to.x - turn)
  const middle = (from.y + to.y) / 2
  const over = findFreeLevel(between, middle, -1)
  return over > Math.min(from.y, to.y) ? over : findFreeLevel(between, middle, 1)
}

/** The height at which the way from a page to a target has to run, if there is one. */
export type FindDetour = (source: PageState, target: string) => number | null

/**
 * Finds the height, in canvas units, at which a way has to run so that no page lies on it: null where
 * the plain curve from one page to the other is free.
 */
export const createDetours = (pages: Pages): FindDetour => {
  let boxes: Box[] | undefined
  const listBoxes = () => {
    boxes ??= pages.pageOrder.flatMap((id) => pages.pagesById[id] ?? []).map(toBox)
    return boxes
  }
  return (source, target) => {
    const from = findExit(source)
    const to = findEntry(pages, target)
    if (to === undefined) return null
    if (to.x <= from.x) return findLevelBack(listBoxes(), from, to)
    // No page has room between most.
    return to.x - from.x < pageSize.width ? null : findLevelAhead(listBoxes(), from, to)
  }
}
