import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finishTarget } from '#domain/flow/finish-target.ts'
import { type FlowState, getPage, toFlowState } from '#domain/flow/flow-state.ts'
import { pageHeight, pageSize } from '#domain/flow/page-extent.ts'
import { aFlow, aPage } from '#testing/a-flow.ts'
import { createDetours } from './find-detour.ts'

const findDetour = (flow: FlowState, source: string, target: string) =>
  createDetours(flow)(getPage(flow, source), target)

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
