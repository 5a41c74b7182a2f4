import type { Channel } from '#domain/otp/channel.ts'
import { findRate, flat, listRates, type RateBook } from './rate.ts'

/** How many codes go to which country; Email's price is the same for all. */
export type Destinations = ReadonlyMap<string, number>

/** A country's part of the codes, as a whole number compared with those of the others. */
export interface Share {
  country: string
  weight: number
}

/**
 * Spreads a number of codes over countries by their shares. The parts add up to the number: what is
 * left after rounding down goes to those that lost most by it.
 */
export const spread = (shares: readonly Share[], volume: number): Destinations => {
  const total = shares.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return new Map()
  const parts = shares.map(({ country, weight }) => {
    const exact = BigInt(weight) * BigInt(volume)
    return {
      country,
      count: Number(exact / BigInt(total)),
      rest: Number(exact % BigInt(total)),
    }
  })
  const left = volume - parts.reduce((sum, { count }) => sum + count, 0)
  const byRest = parts.toSorted((a, b) => b.rest - a.rest).slice(0, left)
  const lucky = new Set(byRest.map(({ country }) => country))
  return new Map(parts.map(({ country, count }) => [country, count + (lucky.has(country) ? 1 : 0)]))
}

/** A code as it is priced. */
export interface Message {
  channel: Channel
  /** How many times the rate it is billed: the segments of an SMS, else 1; of several codes, their sum. */
  units: number
}

/** What codes cost by one channel. */
export interface Estimate {
  channel: Channel
  creditsMicro: bigint
  /** Countries without a rate: nothing can be sent there, so it costs nothing and reaches nobody. */
  withoutRate: string[]
}

/**
 * What it costs to send a code to each destination: to the last millionth what the ledger will
 * charge for them at that time. The one place where an expected cost is computed.
 */
export const estimate = (
  book: RateBook,
  { channel, units }: Message,
  destinations: Destinations,
  at: number,
): Estimate => {
  const priced = [...destinations].map(([country, count]) => ({
    country,
    micro: findRate(book, channel, country, at)?.creditsMicro,
    count: BigInt(count),
  }))
  const rateSum = priced.reduce((sum, { micro = 0n, count }) => sum + micro * count, 0n)
  return {
    channel,
    creditsMicro: rateSum * BigInt(units),
    withoutRate: priced.flatMap(({ country, micro, count }) =>
      micro === undefined && count > 0n ? [country] : [],
    ),
  }
}

/** The first announced change that concerns these codes; nothing where none is announced. */
export const findNextChange = (
  book: RateBook,
  channel: Channel,
  destinations: Destinations,
  at: number,
): number | undefined => {
  const places = channel === 'email' ? [flat] : [...destinations.keys()]
  const times = places
    .flatMap((country) => listRates(book, channel, country))
    .map(({ effectiveFrom }) => effectiveFrom)
    .filter((time) => time > at)
  return times.length === 0 ? undefined : Math.min(...times)
}

/** The channel that reaches every destination for the least; nothing where none does. */
export const findCheapest = (estimates: readonly Estimate[]): Channel | undefined => {
  const reaching = estimates.filter(({ withoutRate }) => withoutRate.length === 0)
  const compare = (a: Estimate, b: Estimate) =>
    a.creditsMicro < b.creditsMicro ? -1 : a.creditsMicro > b.creditsMicro ? 1 : 0
  return reaching.toSorted(compare)[0]?.channel
}

/** For each destination the cheapest channel that reaches it. */
export const findCheapestByCountry = (
  book: RateBook,
  usable: readonly Message[],
  countries: Iterable<string>,
  at: number,
): { country: string; channel: Channel | undefined }[] =>
  [...countries].map((country) => {
    const one = new Map([[country, 1]])
    const estimates = usable.map((message) => estimate(book, message, one, at))
    return { country, channel: findCheapest(estimates) }
  })

/** What one code costs on average, rounded up to a millionth; nothing where none was sent. */
export const averageCost = (
  { creditsMicro }: Estimate,
  destinations: Destinations,
): bigint | undefined => {
  const total = BigInt([...destinations.values()].reduce((sum, count) => sum + count, 0))
  return total === 0n ? undefined : (creditsMicro + total - 1n) / total
}
