import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hasRecovered, isLow, toPercent } from './conversion.ts'

const rule = { minimumPercent: 30, minimumSends: 50, windowHours: 24 }

it.each([
  [50, 14, true],
  [50, 15, false],
  [49, 0, false],
  [1_000, 299, true],
  [1_000, 300, false],
])('of %i codes %i entered is low: %s', (sent, verified, expected) =>
  expect(isLow({ sent, verified }, rule)).toBe(expected),
)

it('is over only when it is clearly better, or when too few are sent to say', () => {
  expect(hasRecovered({ sent: 100, verified: 34 }, rule)).toBe(false)
  expect(hasRecovered({ sent: 100, verified: 35 }, rule)).toBe(true)
  expect(hasRecovered({ sent: 49, verified: 0 }, rule)).toBe(true)
  expect(hasRecovered({ sent: 100, verified: 100 }, { ...rule, minimumPercent: 100 })).toBe(true)
})

it('is never low and over at once', () => {
  const counts = fc.tuple(fc.nat(2_000), fc.nat(2_000))
  const rules = fc.record({
    minimumPercent: fc.integer({ min: 1, max: 100 }),
    minimumSends: fc.integer({ min: 5, max: 1_000 }),
    windowHours: fc.constant(24),
  })
  fc.assert(
    fc.property(counts, rules, ([one, other], anyRule) => {
      const conversion = { sent: Math.max(one, other), verified: Math.min(one, other) }
      expect(isLow(conversion, anyRule) && hasRecovered(conversion, anyRule)).toBe(false)
    }),
  )
})

it('of nothing sent is whole', () => expect(toPercent({ sent: 0, verified: 0 })).toBe(100))
