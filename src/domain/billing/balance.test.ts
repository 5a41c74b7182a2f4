import { expect, test } from 'vitest'
import { countDaysLeft, isWorse, toBalanceLevel } from './balance.ts'

test.each([
  [100_000_000n, 'enough'],
  [99_999_999n, 'low'],
  [1_000_000n, 'low'],
  [999_999n, 'empty'],
  [0n, 'empty'],
] as const)('%s millionths are %s where 100 credits is the threshold', (micro, level) => {
  expect(toBalanceLevel(micro, 100_000_000n)).toBe(level)
})

test('without a threshold a balance is never low, but it can be empty', () => {
  expect([2_000_000n, 0n].map((micro) => toBalanceLevel(micro, 0n))).toEqual(['enough', 'empty'])
})

test('people are told when it gets worse, not when it gets better or stays', () => {
  expect(isWorse('low', 'enough')).toBe(true)
  expect(isWorse('empty', 'low')).toBe(true)
  expect(isWorse('low', 'low')).toBe(false)
  expect(isWorse('low', 'empty')).toBe(false)
})

test.each([
  [100n, 30n, 30, 100],
  [100n, 31n, 30, 96],
  [100n, 0n, 30, null],
  [0n, 5n, 30, 0],
] as const)('%s lasts, where %s was spent in %s days, %s days', (left, spent, days, expected) => {
  expect(countDaysLeft(left, spent, days)).toBe(expected)
})
