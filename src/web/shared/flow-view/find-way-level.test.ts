import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finishTarget } from '#domain/flow/finish-target.ts'
import { type FlowState, toFlowState } from '#domain/flow/flow-state.ts'
import { pageHeight, pageSize } from '#domain/flow/page-extent.ts'
import { aFlow, aPage } from '#testing/a-flow.ts'
import { findWayLevel } from './find-way-level.ts'
import { findLabelPlace, labelGap } from './label-place.ts'
import { handleTop } from './page-joints.ts'

type Place = readonly [x: number, y: number]

/** From the number of one page to that of another, or to the finish. */
type Lead = readonly [from: number, to: number | typeof finishTarget]

const toTarget = (to: Lead[1]) => (to === finishTarget ? to : `p${to}`)

/** Pages "p0", "p1"… without components, and the ways between them; the Initial Page is out of sight. */
const aFlowAt = (places: readonly Place[], ...leads: Lead[]): FlowState => {
  const nextOf = (page: number) =>
    leads
      .filter(([from]) => from === page)
      .map(([, to], index) => ({ id: `t${index}`, to: toTarget(to), when: null }))
  const flow = aFlow(
    [],
    ...places.map(([x, y], index) =>
      aPage(`p${index}`, [], { position: { x, y }, next: nextOf(index) }),
    ),
  )
  const [initial, ...pages] = flow.pages
  if (initial === undefined) throw new Error('no Initial Page')
  return toFlowState({ ...flow, pages: [{ ...initial, position: { x: 0, y: -9_000 } }, ...pages] })
}

const levelOf = (flow: FlowState, [from, to]: Lead) => findWayLevel(flow, `p${from}`, toTarget(to))

/** The heights of ways between pages at some places, in the order of the ways. */
const levelsAt = (places: readonly Place[], ...leads: Lead[]) => {
  const flow = aFlowAt(places, ...leads)
  return leads.map((lead) => levelOf(flow, lead))
}

const height = pageHeight(0)
const inLine = (count: number) => Array.from({ length: count }, (_, n): Place => [340 * n, 0])

test('neighbours are joined by the plain curve', () => {
  expect(levelsAt(inLine(2), [0, 1], [1, finishTarget])).toEqual([null, null])
})

test('a way to a page that was deleted has no height', () => {
  expect(levelsAt(inLine(2), [0, 7])).toEqual([null])
})

test('a way over a page runs above it, one over two pages further out', () => {
  const [overTwo, overOne] = levelsAt(inLine(4), [0, 3], [1, 3])
  expect(overOne).toBeLessThan(0)
  expect(overTwo).toBeLessThan(overOne ?? 0)
  expect(levelsAt(inLine(3), [0, finishTarget])[0]).toBeLessThan(0)
})

test('ways over the same pages run beside each other, also where none is longer', () => {
  const [one, other] = levelsAt(inLine(5), [0, 3], [1, 4])
  expect(Math.abs((one ?? 0) - (other ?? 0))).toBeGreaterThanOrEqual(10)
})

test('ways that do not meet run at the same height', () => {
  const [one, other] = levelsAt(inLine(6), [0, 2], [3, 5])
  expect(one).toBeLessThan(0)
  expect(other).toBe(one)
})

test('the labels of two ways to the same page stand between it and the pages below', () => {
  const [alone] = levelsAt(inLine(3), [0, 2])
  const [shared] = levelsAt(inLine(3), [0, 2], [0, 2])
  expect(shared).toBe((alone ?? 0) - labelGap)
})

test('a way keeps clear of labels that are stacked above a way between close pages', () => {
  const stacked = Array.from({ length: 4 }, (): Lead => [1, 2])
  const [level = null] = levelsAt(inLine(4), [0, 3], ...stacked)
  const ends = {
    sourceX: 340 + pageSize.width,
    sourceY: handleTop,
    targetX: 680,
    targetY: handleTop,
  }
  const [first, last] = [0, 3].map((nth) =>
    findLabelPlace(ends, { x: 0, y: 0 }, nth, 'x'.repeat(40)),
  )
  expect(last?.y).toBeLessThan(first?.y ?? 0)
  expect(level).toBeLessThan((last?.y ?? 0) - labelGap / 2)
})

test('a curve that is free runs beside a page that its label would lie on', () => {
  const places: Place[] = [
    [0, 0],
    [340, 32],
    [680, 0],
  ]
  expect(levelsAt(places, [0, 2])).toEqual([null])
  expect(levelsAt(places, [0, 2], [0, 1])[0]).toBeLessThan(0)
})

test('under a page, where that is nearer', () => {
  expect(
    levelsAt(
      [
        [0, 0],
        [340, -height + 40],
        [680, 0],
      ],
      [0, 2],
    )[0],
  ).toBeGreaterThan(40)
})

test('a page that stands beside the curve does not bend it', () => {
  expect(
    levelsAt(
      [
        [0, 0],
        [340, 300],
        [680, 0],
      ],
      [0, 2],
    ),
  ).toEqual([null])
})

test('a way back runs under its pages, or between them where there is room', () => {
  expect(levelsAt(inLine(2), [1, 0])[0]).toBeGreaterThan(height)
  const [between] = levelsAt(
    [
      [0, 0],
      [340, 600],
    ],
    [1, 0],
  )
  expect(between).toBeGreaterThan(height)
  expect(between).toBeLessThan(600)
})

const place = fc.tuple(
  fc.integer({ min: -3_000, max: 3_000 }),
  fc.integer({ min: -1_500, max: 1_500 }),
)

test('wherever the pages stand, none of those between lies on the level part of a way', () => {
  fc.assert(
    fc.property(place, place, fc.array(place, { maxLength: 12 }), (from, to, others) => {
      const places = [from, to, ...others]
      const [level = null] = levelsAt(places, [0, 1])
      if (level === null) return
      const [[fromX], [toX]] = [from, to]
      const start = Math.min(fromX + pageSize.width, toX)
      const end = Math.max(fromX + pageSize.width, toX)
      for (const [x, y] of places) {
        const isBetween = x < end && x + pageSize.width > start
        expect(isBetween && level > y && level < y + height).toBe(false)
      }
    }),
  )
})

test('wherever the pages stand, no two ways over the same pages lie on each other', () => {
  const lead = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }))
  const ends = (places: readonly Place[], [from, to]: readonly [number, number]) => {
    const [exit, entry] = [(places[from]?.[0] ?? 0) + pageSize.width, places[to]?.[0] ?? 0]
    return [Math.min(exit, entry), Math.max(exit, entry)] as const
  }
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 8, maxLength: 8 }),
      fc.uniqueArray(lead, { maxLength: 5, selector: ([from, to]) => `${from} ${to}` }),
      (places, leads) => {
        const drawn = levelsAt(places, ...leads).map((level, index) => ({
          level,
          ends: ends(places, leads[index] ?? [0, 0]),
        }))
        for (const [index, one] of drawn.entries()) {
          for (const other of drawn.slice(index + 1)) {
            const meet = one.ends[0] < other.ends[1] && one.ends[1] > other.ends[0]
            if (!meet || one.level === null || other.level === null) continue
            expect(Math.abs(one.level - other.level)).toBeGreaterThanOrEqual(10)
          }
        }
      },
    ),
  )
})

test('a page on the way of a long curve is found wherever it stands', () => {
  for (let x = 400; x < 9_500; x += 50) {
    expect(
      levelsAt(
        [
          [0, 0],
          [10_000, 0],
          [x, 0],
        ],
        [0, 1],
      ),
    ).not.toEqual([null])
  }
})

test('what is known of the ways is forgotten when a page is moved, led elsewhere or gets higher', () => {
  const flow = aFlowAt(
    [
      [0, 0],
      [680, 0],
      [340, 0],
    ],
    [0, 1],
  )
  const { p0, p2 } = flow.pagesById
  if (p0 === undefined || p2 === undefined) throw new Error('no page')
  const withPage = (page: typeof p2) =>
    levelOf({ ...flow, pagesById: { ...flow.pagesById, [page.id]: page } }, [0, 1])
  const level = levelOf(flow, [0, 1])
  expect(level).toBeLessThan(0)
  expect(withPage({ ...p2, title: 'Other' })).toBe(level)
  expect(withPage({ ...p0, next: [{ id: 't', to: 'p2', when: null }] })).toBeNull()
  expect(withPage({ ...p2, position: { x: 340, y: 500 } })).toBeNull()
  const above = { ...p2, position: { x: 340, y: -height - 10 } }
  expect(withPage(above)).toBeNull()
  expect(withPage({ ...above, componentOrder: ['a', 'b', 'c'] })).not.toBeNull()
})
