import type { Detour } from './find-detour.ts'
import { type Direction, findFreeLevel } from './free-level.ts'
import { labelGap, overlaps, type Room, toHangingRoom } from './label-place.ts'

/** A way that is drawn with other ones around it: how many labels hang on it, one below the other. */
export interface LabelledDetour extends Detour {
  labels: number
}

const line = { half: 5 }
/** How far a way is moved out to look for room again, and how often before it shares the nearest. */
const lane = { step: 12, most: 24 }

const listRooms = ({ left, right, labels }: LabelledDetour, level: number): Room[] => {
  const across = { left, right, top: level - line.half, bottom: level + line.half }
  const middle = { x: (left + right) / 2, y: level }
  return labels === 0 ? [across] : [across, toHangingRoom(middle, labels)]
}

const findLevel = (
  detour: LabelledDetour,
  direction: Direction,
  taken: readonly Room[],
): number => {
  const hanging = Math.max(detour.labels - 1, 0) * labelGap
  const next = (start: number) => findFreeLevel(detour.between, start, direction, hanging)
  const first = next(detour.middle)
  let level = first
  for (let tries = 0; tries < lane.most; tries += 1) {
    const rooms = listRooms(detour, level)
    if (!rooms.some((room) => taken.some((other) => overlaps(room, other)))) return level
    level = next(level + direction * lane.step)
  }
  return first
}

/**
 * The heights at which ways run level, in canvas units: each as near as there is room for it and its
 * labels beside the others, the shortest nearest to the pages. Where too many run side by side, lines
 * are shared.
 *
 * @param taken Where nothing is to run from the beginning.
 */
export const assignLanes = <Way extends LabelledDetour>(
  detours: readonly Way[],
  taken: readonly Room[],
): Map<Way, number> => {
  const rooms = [...taken]
  const shortestFirst = detours.toSorted(
    (one, other) => one.right - one.left - (other.right - other.left),
  )
  return new Map(
    shortestFirst.map((detour) => {
      const levels = detour.directions.map((direction) => findLevel(detour, direction, rooms))
      const level = levels.reduce((nearest, one) =>
        Math.abs(one - detour.middle) < Math.abs(nearest - detour.middle) ? one : nearest,
      )
      rooms.push(...listRooms(detour, level))
      return [detour, level]
    }),
  )
}
