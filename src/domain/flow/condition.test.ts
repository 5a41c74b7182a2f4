import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnswerValue } from '#domain/components/answer.ts'
import { type Comparison, compare, implies, isMet } from './condition.ts'
import type { Condition } from './flow-schema.ts'

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

const comparison = fc.record({
  field: fc.constantFrom('a', 'b'),
  operator: fc.constantFrom('is' as const, 'isNot' as const, 'isEmpty' as const),
  value: fc.constantFrom('1', 2, null),
})
const condition: fc.Arbitrary<Condition> = fc.record({
  match: fc.constantFrom('all' as const, 'any' as const),
  comparisons: fc.array(comparison, { minLength: 1, maxLength: 3 }),
})
const answer = fc.constantFrom('1', '2', null)

test('a condition that implies another one never holds without it', () => {
  fc.assert(
    fc.property(condition, condition, answer, answer, (one, other, a, b) => {
      fc.pre(implies(one, other))
      expect(isMet(one, { a, b }) && !isMet(other, { a, b })).toBe(false)
    }),
  )
})

const is = (field: string): Comparison => ({ field, operator: 'is', value: 'x' })
const all = (...fields: string[]): Condition => ({ match: 'all', comparisons: fields.map(is) })
const any = (...fields: string[]): Condition => ({ match: 'any', comparisons: fields.map(is) })

test.each([
  [all('a'), all('a'), true],
  [all('a', 'b'), all('b', 'a'), true],
  [all('a', 'b'), all('a'), true],
  [all('a', 'b'), any('b', 'c'), true],
  [any('a', 'b'), any('a', 'b', 'c'), true],
  [any('a'), all('a'), true],
  [all('a'), all('a', 'b'), false],
  [any('a', 'b'), all('a', 'b'), false],
  [any('a', 'b'), any('a'), false],
  [all('a'), all('b'), false],
])('%j implies %j: %j', (one, other, expected) => {
  expect(implies(one, other)).toBe(expected)
})
