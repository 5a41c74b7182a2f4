import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { applyOperation } from './apply-operation.ts'
import { insertPage } from './compose-ways.ts'
import { finishTarget } from './finish-target.ts'
import { type FlowState, toFlowState } from './flow-state.ts'
import { pageHeight, pageSize } from './page-extent.ts'
import { placeInWay } from './page-place.ts'
import { pageSpacing as step } from './page-spacing.ts'
import { listWays } from './ways.ts'

type Place = readonly [x: number, y: number]

/** Pages "p0", "p1"… of which the first one may lead to the second by a condition; all else in order. */
const aFlowAt = (places: readonly Place[], { branches = false } = {}): FlowState => {
  const name = aComponent('input', { id: 'name' })
  const when = {
    match: 'all' as const,
    comparisons: [{ field: 'name', operator: 'isNotEmpty' as const, value: null }],
  }
  const next = [
    { id: 'way', to: 'p1', when },
    { id: 'else', to: 'p2', when: null },
  ]
  const flow = aFlow(
    [name],
    ...places.map(([x, y], index) =>
      aPage(`p${index}`, [], { position: { x, y }, next: branches && index === 0 ? next : [] }),
    ),
  )
  const [initial, ...pages] = flow.pages
  if (initial === undefined) throw new Error('no Initial Page')
  return toFlowState({ ...flow, pages: [{ ...initial, position: { x: 0, y: -9_000 } }, ...pages] })
}

/** The flow with a page "new" in the first way of a page, as it is put there by the builder. */
const inserted = (flow: FlowState, pageId: string): FlowState => {
  const [way] = listWays(flow, pageId)
  if (way === undefined) throw new Error('no way')
  const { position, moves } = placeInWay(flow, way)
  const page = { ...aPage('new', []), position, next: [], foreign: {} }
  const result = applyOperation(
    flow,
    insertPage(flow, way, page, () => 'way-new', moves),
  )
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const places = (flow: FlowState, ...ids: string[]): unknown[] =>
  ids.map((id) => {
    const { x, y } = flow.pagesById[id]?.position ?? {}
    return [x, y]
  })

test('a page between close ones makes the ones to the right move on, in line', () => {
  const flow = inserted(
    aFlowAt([
      [0, 0],
      [step, 0],
      [2 * step, 0],
      [step, 400],
      [0, 400],
    ]),
    'p0',
  )
  expect(places(flow, 'p0', 'new', 'p1', 'p2', 'p3', 'p4')).toEqual([
    [0, 0],
    [step, 0],
    [2 * step, 0],
    [3 * step, 0],
    [2 * step, 400],
    [0, 400],
  ])
})

test('only as much is moved as is missing, nothing where there is room', () => {
  const close = aFlowAt([
    [0, 0],
    [500, 0],
  ])
  expect(places(inserted(close, 'p0'), 'new', 'p1')).toEqual([
    [step, 0],
    [2 * step, 0],
  ])
  const apart = aFlowAt([
    [0, 0],
    [800, 0],
  ])
  expect(places(inserted(apart, 'p0'), 'new', 'p1')).toEqual([
    [400, 0],
    [800, 0],
  ])
})

test('on a branch it stands in line with where the branch leads, elsewhere with where it begins', () => {
  const corners: Place[] = [
    [0, 0],
    [step, 300],
    [step, 0],
  ]
  const branching = inserted(aFlowAt(corners, { branches: true }), 'p0')
  expect(places(branching, 'new', 'p1', 'p2')).toEqual([
    [step, 300],
    [2 * step, 300],
    [2 * step, 0],
  ])
  expect(places(inserted(aFlowAt(corners), 'p0'), 'new', 'p1')).toEqual([
    [step, 0],
    [2 * step, 300],
  ])
})

test('before the finish, and on a way back, it goes to the right or below what stands there', () => {
  const flow = aFlowAt([
    [step, 0],
    [0, 0],
  ])
  expect(listWays(flow, 'p1')[0]?.to).toBe(finishTarget)
  const last = inserted(flow, 'p1')
  expect(places(last, 'p0')).toEqual([[step, 0]])
  expect(last.pagesById.new?.position.x).toBe(step)
  expect(last.pagesById.new?.position.y).toBeGreaterThan(pageHeight(0))
  expect(places(inserted(flow, 'p0'), 'new', 'p0', 'p1')).toEqual([
    [2 * step, 0],
    [step, 0],
    [0, 0],
  ])
})

test('wherever the pages stand, none is covered that was not', () => {
  const place = fc.tuple(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 1_000 }))
  const listCovered = (flow: FlowState): string[] => {
    const pages = Object.values(flow.pagesById)
    return pages.flatMap((one) =>
      pages
        .filter(({ id, position: { x, y }, componentOrder }) => {
          const isBeside = Math.abs(x - one.position.x) >= pageSize.width
          const isAbove = one.position.y + pageHeight(one.componentOrder.length) <= y
          return (
            id > one.id &&
            !isBeside &&
            !isAbove &&
            y + pageHeight(componentOrder.length) > one.position.y
          )
        })
        .map(({ id }) => `${one.id} ${id}`),
    )
  }
  fc.assert(
    fc.property(fc.array(place, { minLength: 3, maxLength: 9 }), fc.boolean(), (at, branches) => {
      const before = aFlowAt(at, { branches })
      const known = new Set(listCovered(before))
      expect(listCovered(inserted(before, 'p0')).filter((pair) => !known.has(pair))).toEqual([])
    }),
  )
})
