import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aComponent, aFlow, aPage } from '#testing/a-flow.ts'
import { applyOperation } from './apply-operation.ts'
import { toFlowState } from './flow-state.ts'
import { moveComponents } from './move-components.ts'

const views = (...ids: string[]) => ids.map((id) => aComponent('view', { id }))
const flow = toFlowState(aFlow(views('a', 'b', 'c', 'd', 'e'), aPage('page', views('f', 'g'))))

const moved = (ids: string[], place: { pageId: string; index: number }) => {
  const operation = moveComponents(flow, ids, place)
  if (operation === undefined) return flow
  const applied = applyOperation(flow, operation)
  if (!applied.ok) throw new Error(applied.error.message)
  return applied.value
}

test('components from several pages come together where they are wanted', () => {
  const { pagesById } = moved(['g', 'a', 'c'], { pageId: 'initial', index: 2 })
  expect(pagesById.initial?.componentOrder).toEqual(['b', 'd', 'a', 'c', 'g', 'e'])
  expect(pagesById.page?.componentOrder).toEqual(['f'])
})

test('one component is one plain move, and what is there already is none', () => {
  expect(moveComponents(flow, ['a'], { pageId: 'initial', index: 1 })?.type).toBe('component.move')
  expect(moveComponents(flow, ['b', 'c'], { pageId: 'initial', index: 1 })).toBeUndefined()
})

test('they stand at the index counted without them, whatever is moved', () => {
  const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  fc.assert(
    fc.property(fc.subarray(all, { minLength: 1 }), fc.nat(5), (ids, wanted) => {
      const others = ['a', 'b', 'c', 'd', 'e'].filter((id) => !ids.includes(id))
      const index = Math.min(wanted, others.length)
      const expected = others.toSpliced(index, 0, ...ids)
      const { pagesById } = moved(ids, { pageId: 'initial', index })
      expect(pagesById.initial?.componentOrder).toEqual(expected)
    }),
  )
})
