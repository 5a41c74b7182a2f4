import { expect, test } from 'vitest'
import { costPerVerified, formatDifference, formatShare } from './usage-figures.ts'

test('a share is in percent, and none of nothing', () => {
  expect([formatShare(1, 3), formatShare(1, 2), formatShare(0, 0)]).toEqual(['33.3 %', '50 %', '–'])
})

test('a difference has its sign, and there is none from nothing', () => {
  expect([formatDifference(3, 2), formatDifference(1, 2), formatDifference(2, 2)]).toEqual([
    '+50 %',
    '−50 %',
    '±0 %',
  ])
  expect(formatDifference(5, 0)).toBeUndefined()
})

test('the cost of a verified step carries that of the codes that were not entered', () => {
  const figures = { sends: 3, delivered: 3, verified: 2, credits: '6.000000' }
  expect(costPerVerified(figures)).toBe('3.000000')
  expect(costPerVerified({ ...figures, credits: '2.000111' })).toBe('1.000100')
  expect(costPerVerified({ ...figures, verified: 0 })).toBeUndefined()
})
