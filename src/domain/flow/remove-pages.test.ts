import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { operationSeed, toOperation } from '#testing/random-operation.ts'
import { applyOperation } from './apply-operation.ts'
import { type FlowState, listPages, toFlowDocument, toFlowState } from './flow-state.ts'
import { parseDocument } from './parse-document.ts'
import { removePages } from './remove-pages.ts'

let count = 0
const newId = () => {
  count += 1
  return `id${count}`
}

const remove = (state: FlowState, ...ids: string[]): FlowState => {
  const operation = removePages(state, ids, newId)
  if (operation === undefined) return state
  const applied = applyOperation(state, operation)
  if (!applied.ok) throw new Error(applied.error.message)
  return applied.value
}

const to = (target: string, field?: string) => ({
  id: `to-${target}`,
  to: target,
  when: field
    ? {
        match: 'all' as const,
        comparisons: [{ field, operator: 'isEmpty' as const, value: null }],
      }
    : null,
})

const asks = [aComponent('input', { id: 'asked' })]
const targets = (state: FlowState, id: string) => state.pagesById[id]?.next.map((way) => way.to)

test('what led to a page leads to what the page led to', () => {
  const state = toFlowState(
    aFlow(
      asks,
      aPage('a', [], { next: [to('c', 'asked'), to('b')] }),
      aPage('b', []),
      aPage('c', [], { next: [to('finish')] }),
      aPage('d', []),
    ),
  )
  expect(targets(remove(state, 'c'), 'a')).toEqual(['finish', 'b'])
})

test('a page that was followed in order leads where the removed one led', () => {
  const state = toFlowState(
    aFlow([], aPage('a', []), aPage('b', [], { next: [to('d')] }), aPage('c', []), aPage('d', [])),
  )
  expect(targets(remove(state, 'b'), 'a')).toEqual(['d'])
})

test('several pages in a row are passed through', () => {
  const state = toFlowState(
    aFlow([], aPage('a', [], { next: [to('b')] }), aPage('b', []), aPage('c', []), aPage('d', [])),
  )
  expect(targets(remove(state, 'b', 'c'), 'a')).toEqual(['d'])
})

test('where simple pages follow each other nothing needs to be said', () => {
  const state = toFlowState(aFlow([], aPage('a', []), aPage('b', []), aPage('c', [])))
  expect(targets(remove(state, 'b'), 'a')).toEqual([])
})

test('a way that would lead to its own page is taken out', () => {
  const state = toFlowState(
    aFlow(
      asks,
      aPage('a', [], { next: [to('b', 'asked'), to('c')] }),
      aPage('b', [], { next: [to('a')] }),
      aPage('c', []),
    ),
  )
  expect(targets(remove(state, 'b'), 'a')).toEqual(['c'])
})

test('a way through a removed page to a page that is not there is taken out', () => {
  const state = toFlowState(
    aFlow(
      [],
      aPage('a', [], { next: [to('b')] }),
      aPage('b', [], { next: [to('nowhere')] }),
      aPage('c', []),
    ),
  )
  expect(targets(remove(state, 'b'), 'a')).toEqual([])
})

test('the Initial Page stays', () => {
  const state = toFlowState(aFlow([], aPage('a', [])))
  expect(removePages(state, ['initial'], newId)).toBeUndefined()
  expect(remove(state, 'initial', 'a').pageOrder).toEqual(['initial'])
})

test('no way leads to a page that is gone', () => {
  fc.assert(
    fc.property(
      fc.array(operationSeed, { maxLength: 40, size: 'max' }),
      fc.nat(),
      (seeds, pick) => {
        const state = seeds.reduce(
          (current, seed) => {
            const operation = toOperation(current, seed)
            const applied = operation && applyOperation(current, operation)
            return applied?.ok ? applied.value : current
          },
          toFlowState(aFlow([], aPage('a', []))),
        )
        const chosen = state.pageOrder.filter((_, index) => (pick >> (index % 20)) % 2 === 0)
        const left = remove(state, ...chosen)
        expect(parseDocument(toFlowDocument(left)).ok).toBe(true)
        const dangling = (flow: FlowState) =>
          listPages(flow).flatMap(({ next }) =>
            next.filter((way) => way.to !== 'finish' && !flow.pagesById[way.to]),
          )
        // Random flows have ways that lead nowhere to begin with; none is added.
        expect(dangling(left).length).toBeLessThanOrEqual(dangling(state).length)
      },
    ),
    { numRuns: 200 },
  )
})
