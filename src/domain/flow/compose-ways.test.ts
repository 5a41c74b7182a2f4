import { expect, test } from 'vitest'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { applyOperation } from './apply-operation.ts'
import { addWay, branchToNewPage, insertPage, redirectWay } from './compose-ways.ts'
import { finishTarget } from './finish-target.ts'
import type { Page } from './flow-schema.ts'
import { type FlowState, toFlowState } from './flow-state.ts'
import type { Operation } from './operation-schema.ts'
import { listWays } from './ways.ts'

const name = aComponent('input', { id: 'name' })
const aState = (first: Partial<Page> = {}) =>
  toFlowState(aFlow([name], aPage('first', [], first), aPage('second', []), aPage('third', [])))
const newPage: Page = {
  id: 'new',
  kind: 'mobile',
  title: 'New',
  position: { x: 0, y: 0 },
  components: [],
  next: [],
  foreign: {},
}
const ids = () => {
  let count = 0
  return () => {
    count += 1
    return `way${count}`
  }
}
const applied = (state: FlowState, operation: Operation): FlowState => {
  const result = applyOperation(state, operation)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
const targets = (state: FlowState, pageId: string) => listWays(state, pageId).map(({ to }) => to)

test('without transitions a page leads to the next one, the last one to the finish', () => {
  expect(targets(aState(), 'first')).toEqual(['second'])
  expect(targets(aState(), 'third')).toEqual([finishTarget])
})

test('a way is added before the one without a condition, and asks for an earlier answer', () => {
  const next = [{ id: 'else', to: 'third', when: null }]
  const state = applied(aState({ next }), addWay(aState({ next }), 'first', finishTarget, 'way1'))
  expect(targets(state, 'first')).toEqual([finishTarget, 'third'])
  expect(listWays(state, 'first')[0]?.when?.comparisons).toEqual([
    { field: 'name', operator: 'isNotEmpty', value: null },
  ])
})

test('each way that is added asks for another choice, as long as there is one', () => {
  const choice = aComponent('select', {
    id: 'kind',
    options: ['a', 'b'].map((id) => ({ id, label: id })),
  })
  const pages = ['first', 'second', 'third'].map((id) => aPage(id, []))
  let state = toFlowState(aFlow([choice], ...pages))
  for (const id of ['way1', 'way2']) state = applied(state, addWay(state, 'initial', 'third', id))
  const values = listWays(state, 'initial').flatMap(({ when }) => when?.comparisons[0]?.value ?? [])
  expect(values).toEqual(['a', 'b'])
  let other = aState()
  for (const id of ['way1', 'way2']) other = applied(other, addWay(other, 'first', 'third', id))
  const operators = listWays(other, 'first').flatMap(
    ({ when }) => when?.comparisons[0]?.operator ?? [],
  )
  expect(operators).toEqual(['isNotEmpty', 'isEmpty'])
})

test('where nothing was asked, adding a way changes what comes next', () => {
  const bare = toFlowState(aFlow([], aPage('first', []), aPage('second', [])))
  const state = applied(bare, addWay(bare, 'initial', 'second', 'way1'))
  expect(targets(state, 'initial')).toEqual(['second'])
})

test('a way is led elsewhere, whether a transition describes it or not', () => {
  const state = aState()
  const [way] = listWays(state, 'first')
  if (!way) throw new Error('no way')
  const once = applied(state, redirectWay(state, way, 'third', 'way1'))
  expect(targets(once, 'first')).toEqual(['third'])
  const [again] = listWays(once, 'first')
  if (!again) throw new Error('no way')
  expect(targets(applied(once, redirectWay(once, again, finishTarget, 'x')), 'first')).toEqual([
    finishTarget,
  ])
})

test('a page put into a way takes nothing from the other ways', () => {
  const when = {
    match: 'all' as const,
    comparisons: [{ field: 'name', operator: 'is' as const, value: 'A' }],
  }
  const before = aState({ next: [{ id: 'when', to: 'third', when }] })
  const [way] = listWays(before, 'first')
  if (!way) throw new Error('no way')
  const state = applied(before, insertPage(before, way, newPage, ids()))
  expect(targets(state, 'first')).toEqual(['new', 'second'])
  expect(targets(state, 'new')).toEqual(['third'])
})

test('a page put into the way in order comes between two pages', () => {
  const before = aState()
  const [way] = listWays(before, 'first')
  if (!way) throw new Error('no way')
  const state = applied(before, insertPage(before, way, newPage, ids()))
  expect([targets(state, 'first'), targets(state, 'new')]).toEqual([['new'], ['second']])
})

test('a branch to a new page comes back to where the page led', () => {
  const state = applied(aState(), branchToNewPage(aState(), 'first', newPage, ids()))
  expect(targets(state, 'first')).toEqual(['new', 'second'])
  expect(targets(state, 'new')).toEqual(['second'])
})
