import { expect, test } from 'vitest'
import type { AnswerValue } from '#domain/components/answer.ts'
import { type Comparison, compare } from './condition.ts'

const compareWith =
  (operator: Comparison['operator'], value: Comparison['value']) => (answer: AnswerValue) =>
    compare({ field: 'f', operator, value }, answer)

test.each<[Comparison['operator'], Comparison['value'], AnswerValue[], AnswerValue[]]>([
  ['is', 'a', [['a'], ['b', 'a'], 'a'], [['b'], null, 'ab']],
  ['isNot', 'a', [['b'], null, 'b'], [['a'], ['a', 'b'], 'a']],
  ['contains', 'a', [['a', 'b'], 'bar'], [['ab'], null]],
  ['isEmpty', null, [null, [], ' '], [['a'], 'x', 0]],
  ['isNotEmpty', null, [['a'], 0], [[], null]],
  ['is', '', [null, []], [['a'], 'x']],
  ['is', 5, [5, '5'], [['5', '6'].slice(1), 50]],
  ['greaterThan', '3', [5, '4'], [3, null, ['5']]],
  ['lessThan', 3, [2, '-1'], [3, null, ['1']]],
])('%s %j holds for %j and not for %j', (operator, value, holding, failing) => {
  const holds = compareWith(operator, value)
  expect(holding.map(holds)).toEqual(holding.map(() => true))
  expect(failing.map(holds)).toEqual(failing.map(() => false))
})
