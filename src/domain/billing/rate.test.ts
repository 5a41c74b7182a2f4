import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRate, findRateCourse, type Rate, toCreditsMicro, toRateBook } from './rate.ts'

describe('the price in credit', () => {
  it.each([
    ['0.0125', 1_000_000n],
    ['0.025', 2_000_000n],
    ['0.0411', 3_288_000n],
    ['0.14960', 11_968_000n],
    ['0.00000001', 1n],
    ['0.0000000125', 1n],
    ['0.000000012501', 2n],
  ])('of USD %s is %s millionths, rounded up', (dollars, micro) => {
    expect(toCreditsMicro(dollars)).toBe(micro)
  })

  it('never is less than the cost, nor a millionth more', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 13n }), (trillionths) => {
        const text = String(trillionths).padStart(13, '0')
        const micro = toCreditsMicro(`${text.slice(0, -12)}.${text.slice(-12)}`)
        // USD × 80, both in units of a trillionth credit.
        expect(micro * 1_000_000n).toBeGreaterThanOrEqual(trillionths * 80n)
        expect((micro - 1n) * 1_000_000n).toBeLessThan(trillionths * 80n)
      }),
    )
  })
})

describe('the rate in force', () => {
  const rate = (effectiveFrom: number, creditsMicro: bigint, more: Partial<Rate> = {}): Rate => ({
    channel: 'sms',
    country: 'ID',
    creditsMicro,
    effectiveFrom,
    source: 'test',
    ...more,
  })
  const book = toRateBook([
    rate(1_000, 1n),
    rate(3_000, 3n),
    rate(2_000, 2n),
    rate(0, 9n, { channel: 'email', country: '*' }),
  ])

  it.each([
    [999, undefined],
    [1_000, 1n],
    [2_999, 2n],
    [3_000, 3n],
  ])('at %d is the newest that is not in the future', (at, expected) => {
    expect(findRate(book, 'sms', 'ID', at)?.creditsMicro).toBe(expected)
  })

  it('is none where there is none, never another channel or country', () => {
    expect(findRate(book, 'whatsapp', 'ID', 5_000)).toBeUndefined()
    expect(findRate(book, 'sms', 'SG', 5_000)).toBeUndefined()
    expect(findRate(book, 'sms', null, 5_000)).toBeUndefined()
  })

  it('of Email is flat', () => expect(findRate(book, 'email', null, 5_000)?.creditsMicro).toBe(9n))
})

describe('the course of a rate', () => {
  const rates = [
    [1_000, 5n],
    [2_000, 7n],
    [3_000, 7n],
    [4_000, 7n],
    [5_000, 6n],
  ] as const
  const book = toRateBook(
    rates.map(([effectiveFrom, creditsMicro]) => ({
      ...{ channel: 'sms' as const, country: 'ID', source: 'test' },
      effectiveFrom,
      creditsMicro,
    })),
  )
  const courseAt = (at: number) => {
    const { previous, current, next } = findRateCourse(book, 'sms', 'ID', at)
    return [previous, current, next].map((rate) => rate?.effectiveFrom)
  }

  it.each([
    [999, [undefined, undefined, 1_000]],
    [1_500, [undefined, 1_000, 2_000]],
    // Confirmed at 3,000 and 4,000: no change.
    [3_500, [1_000, 2_000, 5_000]],
    [9_000, [4_000, 5_000, undefined]],
  ])('at %d runs %j', (at, expected) => expect(courseAt(at)).toEqual(expected))
})
