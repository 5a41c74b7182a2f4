import { expect, test } from 'vitest'
import { getComponentType } from '#domain/components/component-registry.ts'
import { aComponent } from '#testing/a-flow.ts'
import { type Comparison, startComparison } from './condition-operators.ts'

test('every new condition asks what none before it asks: each choice, then whether there is none', () => {
  const field = aComponent('select', { id: 'kind' })
  const choices = getComponentType('select').choices(field) ?? []
  expect(choices.length).toBeGreaterThan(0)
  const asked: Comparison[] = []
  for (const _ of [...choices, 'none', 'any']) asked.push(startComparison(field, asked))
  expect(asked.map(({ operator, value }) => [operator, value])).toEqual([
    ...choices.map(({ value }) => ['is', value]),
    ['isEmpty', null],
    ['isNotEmpty', null],
  ])
})
