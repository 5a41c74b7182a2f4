import type { Channel } from '#domain/otp/channel.ts'
import { parseDecimal } from './credits.ts'

/** The country of a rate that holds everywhere: Email's. */
export const flat = '*'

/** What one message costs; append-only: a newer rate takes over from its date on. */
export interface Rate {
  channel: Channel
  /** ISO 3166-1 alpha-2, or `*`. */
  country: string
  /** Millionths of a credit. */
  creditsMicro: bigint
  /** Milliseconds since the epoch. */
  effectiveFrom: number
  /** Where the price was taken from. */
  source: string
}

/** Rates by what they are asked by, newest first. */
export type RateBook = ReadonlyMap<string, readonly Rate[]>

const keyOf = (channel: Channel, country: string) => `${channel} ${country}`

/** Arranges rates for look-ups. */
export const toRateBook = (rates: readonly Rate[]): RateBook => {
  const newestFirst = rates.toSorted((a, b) => b.effectiveFrom - a.effectiveFrom)
  return Map.groupBy(newestFirst, ({ channel, country }) => keyOf(channel, country))
}

/** The rate in force: the newest that is not in the future. None: nothing can be sent there. */
export const findRate = (
  book: RateBook,
  channel: Channel,
  country: string | null,
  at: number,
): Rate | undefined =>
  book
    .get(keyOf(channel, channel === 'email' ? flat : (country ?? '')))
    ?.find(({ effectiveFrom }) => effectiveFrom <= at)

/** The rate in force, the price before it, and the one that is announced to follow; as far as there are. */
export interface RateCourse {
  current: Rate | undefined
  previous: Rate | undefined
  next: Rate | undefined
}

/** The rate in force with its neighbours in time; a rate that repeats a price is no change. */
export const findRateCourse = (
  book: RateBook,
  channel: Channel,
  country: string,
  at: number,
): RateCourse => {
  const rates = listRates(book, channel, country)
  const known = rates.filter(({ effectiveFrom }) => effectiveFrom <= at)
  const price = known[0]?.creditsMicro
  const differs = ({ creditsMicro }: Rate) => creditsMicro !== price
  const previousAt = known.findIndex(differs)
  return {
    // The price may have been confirmed since it came.
    current: known.at(previousAt === -1 ? -1 : previousAt - 1),
    previous: known[previousAt],
    next: rates.slice(0, rates.length - known.length).findLast(differs),
  }
}

/** Every rate of a channel in a country, newest first. */
export const listRates = (book: RateBook, channel: Channel, country: string): readonly Rate[] =>
  book.get(keyOf(channel, country)) ?? []

/** One credit buys what costs USD 0.0125, that is 1/80. */
const creditsPerDollar = 80n
const dollarPlaces = 12

/** Credit for a price in US dollars, a decimal such as "0.0411", rounded up to a millionth. */
export const toCreditsMicro = (dollars: string): bigint => {
  const unit = 10n ** BigInt(dollarPlaces - 6)
  return (parseDecimal(dollars, dollarPlaces) * creditsPerDollar + unit - 1n) / unit
}
