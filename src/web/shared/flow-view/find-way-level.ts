import type { PageState } from '#domain/flow/flow-state.ts'
import { toEdges } from './canvas-projection.ts'
import { type Detour, findDetour } from './find-detour.ts'
import { toBox } from './free-level.ts'
import { findLabelPlace, label, type Room, toLabelRoom } from './label-place.ts'
import { findEntry, findExit, type Pages } from './page-joints.ts'
import { assignLanes } from './way-lanes.ts'

type Point = PageState['position']

/** All ways from a page to another: they share a line, and their labels stand below one another. */
interface Course {
  source: string
  target: string
  from: Point
  to: Point
  labels: number
  detour: Detour | null
}

const listCourses = (pages: Pages): Course[] => {
  const boxes = pages.pageOrder.flatMap((id) => pages.pagesById[id] ?? []).map(toBox)
  const ways = toEdges(pages.pagesById, pages.pageOrder)
  const byEnds = Map.groupBy(ways, ({ source, target }) => `${source} ${target}`)
  return [...byEnds.values()].flatMap((alike): Course[] => {
    const [{ source = '', target = '', data } = {}] = alike
    const page = pages.pagesById[source]
    const to = findEntry(pages, target)
    if (page === undefined || to === undefined) return []
    const from = findExit(page)
    const labels = data?.isBranch ? alike.length : 0
    return [{ source, target, from, to, labels, detour: findDetour(boxes, from, to, labels) }]
  })
}

/** Where the labels of ways that need no detour may stand, as wide as they get. */
const listShortLabels = (courses: readonly Course[]): Room[] =>
  courses
    .filter(({ detour, labels }) => detour === null && labels > 0)
    .map(({ from, to, labels }) => {
      const ends = { sourceX: from.x, sourceY: from.y, targetX: to.x, targetY: to.y }
      const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
      const widest = ' '.repeat(label.most)
      const placeOf = (nth: number) => findLabelPlace(ends, middle, nth, widest)
      return toLabelRoom(placeOf(0), placeOf(labels - 1))
    })

type Levels = ReadonlyMap<string, ReadonlyMap<string, number>>

/** The heights of all ways that need a detour, by the pages they lead from and to. */
const findLevels = (pages: Pages): Levels => {
  const courses = listCourses(pages)
  const detours = courses.flatMap(({ source, target, labels, detour }) =>
    detour ? [{ ...detour, source, target, labels }] : [],
  )
  const levels = new Map<string, Map<string, number>>()
  for (const [{ source, target }, level] of assignLanes(detours, listShortLabels(courses))) {
    const ofSource = levels.get(source) ?? new Map<string, number>()
    levels.set(source, ofSource.set(target, level))
  }
  return levels
}

const isDrawnAlike = (one: PageState | undefined, other: PageState | undefined): boolean =>
  one?.position === other?.position &&
  one?.next === other?.next &&
  one?.componentOrder.length === other?.componentOrder.length

let last: { pages: Pages; levels: Levels } | undefined

/**
 * Finds the height, in canvas units, at which a way has to run so that no page and no other way lies on
 * it: null where the plain curve from one page to the other is free. All are found at once, until a page
 * is moved, is led from elsewhere or gets another height: every way asks, and after every edit.
 */
export const findWayLevel = (
  { pagesById, pageOrder }: Pages,
  source: string,
  target: string,
): number | null => {
  const known = last?.pages
  if (last === undefined || known?.pagesById !== pagesById || known.pageOrder !== pageOrder) {
    const isSame =
      known?.pageOrder === pageOrder &&
      pageOrder.every((id) => isDrawnAlike(known.pagesById[id], pagesById[id]))
    const pages = { pagesById, pageOrder }
    last = { pages, levels: isSame && last ? last.levels : findLevels(pages) }
  }
  return last.levels.get(source)?.get(target) ?? null
}
