import type { PageState } from '#domain/flow/flow-state.ts'
import { pageSize } from '#domain/flow/page-extent.ts'
import { type Direction, findFreeLevel } from './free-level.ts'
import { overlaps, type Room, toHangingRoom } from './label-place.ts'

/** How far a way back runs out on both sides before it turns. */
export const turn = 28
/** No two points of a curve that are looked at are further apart than this, across. */
const step = pageSize.width / 3

type Point = PageState['position']

/** A way that has to run level beside pages: from where to where, and where room is to be looked for. */
export interface Detour {
  left: number
  right: number
  /** The height from which room is looked for. */
  middle: number
  directions: readonly Direction[]
  /** The pages that stand over or under it. */
  between: readonly Room[]
}

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

const holds = ({ left, right, top, bottom }: Room, { x, y }: Point): boolean =>
  x > left && x < right && y > top && y < bottom

const listBetween = (boxes: readonly Room[], start: number, end: number): Room[] =>
  boxes.filter(({ left, right }) => left < end && right > start)

/** Over or under the pages that the curve, or what is written on its middle, would cross. */
const findDetourAhead = (
  boxes: readonly Room[],
  from: Point,
  to: Point,
  labels: number,
): Detour | null => {
  const between = listBetween(boxes, from.x, to.x)
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const written = toHangingRoom(middle, labels)
  const curve = listCurve(from, to)
  const [high, low] = [Math.min(from.y, to.y), Math.max(from.y, to.y)]
  const isCrossed = between.some(
    (box) =>
      (labels > 0 && overlaps(box, written)) ||
      (box.top < low && box.bottom > high && curve.some((point) => holds(box, point))),
  )
  if (!isCrossed) return null
  return { left: from.x, right: to.x, middle: middle.y, directions: [-1, 1], between }
}

/** Between the two pages where there is room, else under them, so that it is told from a way ahead. */
const findDetourBack = (boxes: readonly Room[], from: Point, to: Point): Detour => {
  const [left, right] = [to.x - turn, from.x + turn]
  const between = listBetween(boxes, left, right)
  const middle = (from.y + to.y) / 2
  const hasRoom = findFreeLevel(between, middle, -1) > Math.min(from.y, to.y)
  return { left, right, middle, directions: [hasRoom ? -1 : 1], between }
}

/**
 * How a way from one page to another has to be led around the others; null where the plain curve is free.
 *
 * @param from Where it leaves its page, in canvas units.
 * @param labels How many labels stand on it, one below the other.
 */
export const findDetour = (
  boxes: readonly Room[],
  from: Point,
  to: Point,
  labels: number,
): Detour | null => {
  if (to.x <= from.x) return findDetourBack(boxes, from, to)
  // No page has room between most.
  return to.x - from.x < pageSize.width ? null : findDetourAhead(boxes, from, to, labels)
}
