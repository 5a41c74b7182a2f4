import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channels } from '#domain/otp/channel.ts'
import {
  averageCost,
  estimate,
  findCheapest,
  findCheapestByCountry,
  findNextChange,
  spread,
} from './forecast.ts'
import { findRate, type Rate, toRateBook } from './rate.ts'

const countries = ['ID', 'SG', 'MY', 'US', 'TK']

const rate = (country: string, creditsMicro: bigint, more: Partial<Rate> = {}): Rate => ({
  ...{ channel: 'sms', country, creditsMicro, effectiveFrom: 0, source: 'test' },
  ...more,
})

const book = toRateBook([
  rate('*', 1_000_000n, { channel: 'email' }),
  rate('ID', 11_968_001n),
  rate('SG', 500_003n),
  rate('ID', 2_000_007n, { channel: 'whatsapp' }),
  rate('SG', 1_300_000n, { channel: 'whatsapp' }),
  rate('ID', 3_000_000n, { channel: 'whatsapp', effectiveFrom: 1_000 }),
])

const sms = { channel: 'sms', units: 1 } as const
const whatsapp = { channel: 'whatsapp', units: 1 } as const

const shares = fc.uniqueArray(
  fc.record({
    country: fc.constantFrom(...countries),
    weight: fc.integer({ min: 0, max: 10_000 }),
  }),
  { selector: ({ country }) => country },
)

describe('codes are spread over countries', () => {
  it('so that the parts add up, and none is off by a whole code', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 1_000_000 }), (mix, volume) => {
        const total = mix.reduce((sum, { weight }) => sum + weight, 0)
        const parts = spread(mix, volume)
        const sum = [...parts.values()].reduce((all, count) => all + count, 0)
        expect(sum).toBe(total === 0 ? 0 : volume)
        for (const { country, weight } of total === 0 ? [] : mix) {
          const exact = (weight * volume) / total
          expect(Math.abs((parts.get(country) ?? 0) - exact)).toBeLessThan(1)
        }
      }),
    )
  })
})

describe('an estimate', () => {
  it('is what the single prices add up to, to the last millionth', () => {
    const recipients = fc.array(fc.constantFrom(...countries))
    const message = fc.record({ channel: fc.constantFrom(...channels), units: fc.nat(4) })
    fc.assert(
      fc.property(recipients, message, fc.nat(2_000), (sent, { channel, units }, at) => {
        const destinations = new Map(
          [...Map.groupBy(sent, (country) => country)].map(([country, all]) => [
            country,
            all.length,
          ]),
        )
        const single = sent.map(
          (country) => (findRate(book, channel, country, at)?.creditsMicro ?? 0n) * BigInt(units),
        )
        const { creditsMicro } = estimate(book, { channel, units }, destinations, at)
        expect(creditsMicro).toBe(single.reduce((sum, micro) => sum + micro, 0n))
      }),
    )
  })

  it('names the countries to which nothing can be sent', () => {
    const destinations = new Map([
      ['ID', 2],
      ['TK', 1],
      ['US', 0],
    ])
    expect(estimate(book, sms, destinations, 0)).toEqual({
      channel: 'sms',
      creditsMicro: 23_936_002n,
      withoutRate: ['TK'],
    })
  })

  it('knows the first announced change that concerns it', () => {
    expect(findNextChange(book, 'whatsapp', new Map([['ID', 1]]), 0)).toBe(1_000)
    expect(findNextChange(book, 'whatsapp', new Map([['SG', 1]]), 0)).toBeUndefined()
    expect(findNextChange(book, 'whatsapp', new Map([['ID', 1]]), 1_000)).toBeUndefined()
  })

  it('has an average, rounded up', () => {
    const destinations = new Map([
      ['ID', 1],
      ['SG', 1],
    ])
    expect(averageCost(estimate(book, sms, destinations, 0), destinations)).toBe(6_234_002n)
    expect(averageCost(estimate(book, sms, new Map(), 0), new Map())).toBeUndefined()
  })
})

describe('the cheapest channel', () => {
  it('is one that reaches all', () => {
    const of = (...destinations: string[]) =>
      findCheapest(
        [sms, whatsapp].map((message) =>
          estimate(book, message, new Map(destinations.map((country) => [country, 1])), 0),
        ),
      )
    expect(of('ID')).toBe('whatsapp')
    expect(of('SG')).toBe('sms')
    expect(of('TK')).toBeUndefined()
  })

  it('is another one where the text takes more than one SMS', () => {
    const toSingapore = new Map([['SG', 1]])
    const long = estimate(book, { ...sms, units: 3 }, toSingapore, 0)
    expect(long.creditsMicro).toBe(1_500_009n)
    expect(findCheapest([long, estimate(book, whatsapp, toSingapore, 0)])).toBe('whatsapp')
  })

  it('can be another one for each country', () => {
    const cheapest = findCheapestByCountry(book, [sms, whatsapp], countries, 0)
    expect(cheapest.map(({ channel }) => channel)).toEqual([
      ...['whatsapp', 'sms'],
      ...[undefined, undefined, undefined],
    ])
  })
})
