import { expect, it } from 'vitest'
import { isOverCap, startOfDay, untilNextDay } from './spend-cap.ts'

it('counts days in UTC', () => {
  const late = Date.UTC(2026, 10, 23, 23, 59, 59, 999)
  expect(startOfDay(late)).toBe(Date.UTC(2026, 10, 23))
  expect(untilNextDay(late)).toBe(1)
  expect(startOfDay(late + 1)).toBe(Date.UTC(2026, 10, 24))
  expect(untilNextDay(late + 1)).toBe(86_400_000)
})

it('is reached by the last credit, and passed by the millionth after it', () => {
  expect(isOverCap(10_000_000n, 10)).toBe(false)
  expect(isOverCap(10_000_001n, 10)).toBe(true)
  expect(isOverCap(10n ** 18n, null)).toBe(false)
})
