import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finishTarget } from '#domain/flow/finish-target.ts'
import { type FlowState, toFlowState } from '#domain/flow/flow-state.ts'
import { pageHeight, pageSize } from '#domain/flow/page-extent.ts'
import { aFlow, aPage } from '#testing/a-flow.ts'
import { findDetour } from './find-detour.ts'

type Place = readonly [x: number, y: number]

/** Pages "p0", "p1"… without components at some places; the Initial Page is out of the way. */
const withPages = (...places: Place[]): FlowState => {
  const flow = aFlow(
    [],
    ...places.map(([x, y], index) => aPage(`p${index}`, [], { position: { x, y } })),
  )
  const [initial, ...pages] = flow.pages
  if (initial === undefined) throw new Error('no Initial Page')
  return toFlowState({ ...flow, pages: [{ ...initial, position: { x: 0, y: -9_000 } }, ...pages] })
}

const height = pageHeight(0)

test('neighbours are joined by the plain curve', () => {
  const flow = withPages([0, 0], [340, 0])
  expect(findDetour(flow, 'p0', 'p1')).toBeNull()
  expect(findDetour(flow, 'p1', finishTarget)).toBeNull()
})

test('a way to a page that was deleted has no height', () => {
  expect(findDetour(withPages([0, 0]), 'p0', 'gone')).toBeNull()
})

test('a way over a page runs above it, one over two pages further out', () => {
  const flow = withPages([0, 0], [340, 0], [680, 0], [1_020, 0])
  const overOne = findDetour(flow, 'p0', 'p2') ?? 0
  expect(overOne).toBeLessThan(0)
  expect(findDetour(flow, 'p0', 'p3')).toBeLessThan(overOne)
  expect(findDetour(flow, 'p1', finishTarget)).toBeLessThan(overOne)
})

test('under a page, where that is nearer', () => {
  const flow = withPages([0, 0], [340, -height + 40], [680, 0])
  expect(findDetour(flow, 'p0', 'p2')).toBeGreaterThan(40)
})

test('a page that stands beside the curve does not bend it', () => {
  expect(findDetour(withPages([0, 0], [340, 300], [680, 0]), 'p0', 'p2')).toBeNull()
})

test('a way back runs under its pages, or between them where there is room', () => {
  expect(findDetour(withPages([0, 0], [340, 0]), 'p1', 'p0')).toBeGreaterThan(height)
  const between = findDetour(withPages([0, 0], [340, 600]), 'p1', 'p0') ?? 0
  expect(between).toBeGreaterThan(height)
  expect(between).toBeLessThan(600)
})

test('wherever the pages stand, none of those between lies on the level part of a way', () => {
  const place = fc.tuple(
    fc.integer({ min: -3_000, max: 3_000 }),
    fc.integer({ min: -1_500, max: 1_500 }),
  )
  fc.assert(
    fc.property(place, place, fc.array(place, { maxLength: 12 }), (from, to, others) => {
      const places = [from, to, ...others]
      const flow = withPages(...places)
      const [[fromX], [toX]] = [from, to]
      const level = findDetour(flow, 'p0', 'p1')
      if (level === null) return
      const start = Math.min(fromX + pageSize.width, toX)
      const end = Math.max(fromX + pageSize.width, toX)
      for (const [x, y] of places) {
        const isBetween = x < end && x + pageSize.width > start
        expect(isBetween && level > y && level < y + height).toBe(false)
      }
    }),
  )
})

test('a page on the way of a long curve is found wherever it stands', () => {
  for (let x = 400; x < 9_500; x += 50) {
    expect(findDetour(withPages([0, 0], [10_000, 0], [x, 0]), 'p0', 'p1')).not.toBeNull()
  }
})

test('what is known of the ways is forgotten when a page is moved or gets higher', () => {
  const flow = withPages([0, 0], [680, 0], [340, 0])
  const p2 = flow.pagesById.p2
  if (p2 === undefined) throw new Error('no page')
  const withPage = (page: typeof p2) => ({ ...flow, pagesById: { ...flow.pagesById, p2: page } })
  const level = findDetour(flow, 'p0', 'p1')
  expect(level).toBeLessThan(0)
  expect(findDetour(withPage({ ...p2, title: 'Other' }), 'p0', 'p1')).toBe(level)
  expect(findDetour(withPage({ ...p2, position: { x: 340, y: 500 } }), 'p0', 'p1')).toBeNull()
  const above = withPage({ ...p2, position: { x: 340, y: -height - 10 } })
  expect(findDetour(above, 'p0', 'p1')).toBeNull()
  const higher = { ...p2, position: { x: 340, y: -height - 10 }, componentOrder: ['a', 'b', 'c'] }
  expect(findDetour(withPage(higher), 'p0', 'p1')).not.toBeNull()
})
