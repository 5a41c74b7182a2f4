import { expect, test } from 'vitest'
import { compareRates, formatPercentChange, isSuspicious } from './rate-change.ts'

test.each([
  [undefined, 5n, 'new'],
  [5n, 5n, 'same'],
  [5n, 6n, 'raised'],
  [5n, 4n, 'lowered'],
] as const)('from %s to %s a rate is %s', (before, after, kind) => {
  expect(compareRates(before, after)).toBe(kind)
})

test.each([
  [100n, 299n, false],
  [100n, 300n, true],
  [100n, 34n, false],
  [99n, 33n, true],
  [undefined, 1_000n, false],
] as const)('from %s to %s may be a slip: %s', (before, after, expected) => {
  expect(isSuspicious(before, after)).toBe(expected)
})

test.each([
  [100n, 112n, '+12'],
  [1_000n, 1_125n, '+12.5'],
  [3n, 2n, '−33.3'],
  [3n, 5n, '+66.7'],
  [7n, 7n, '±0'],
  [1n, 4n, '+300'],
])('from %s to %s is %s %%', (before, after, text) => {
  expect(formatPercentChange(before, after)).toBe(text)
})
