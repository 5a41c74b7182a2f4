import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { billingCurrencies } from './credit-price.ts'
import { largestTopUp, priceTopUp, smallestTopUp } from './top-up.ts'

describe('a top-up', () => {
  it.each([
    [1_000, 'IDR', 20_000_000, 2_200_000],
    [1_234, 'IDR', 24_680_000, 2_714_800],
    [1_000, 'USD', 1_250, 0],
    // 1,001 credits are 1,251.25 cents.
    [1_001, 'USD', 1_251, 0],
    [1_002, 'USD', 1_253, 0],
  ] as const)(
    'of %d credits in %s costs %d and %d tax, in minor units',
    (credits, currency, net, tax) => {
      expect(priceTopUp(credits, currency)).toMatchObject({
        ...{ netMinor: net, taxMinor: tax, totalMinor: net + tax },
      })
    },
  )

  it('costs whole minor units, never less for more', () => {
    const credits = fc.integer({ min: smallestTopUp, max: largestTopUp })
    fc.assert(
      fc.property(credits, fc.constantFrom(...billingCurrencies), (count, currency) => {
        const { netMinor, taxMinor, totalMinor } = priceTopUp(count, currency)
        expect([netMinor, taxMinor, totalMinor].every(Number.isSafeInteger)).toBe(true)
        expect(priceTopUp(count + 1, currency).totalMinor).toBeGreaterThanOrEqual(totalMinor)
      }),
    )
  })
})
