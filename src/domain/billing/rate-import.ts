import { type Channel, channels } from '#domain/otp/channel.ts'
import { parseCsv } from '#domain/shared/csv.ts'
import { findRegion } from '#domain/shared/region.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { parseCredits } from './credits.ts'
import { flat, toCreditsMicro } from './rate.ts'

/** A rate as a file says it, and where in the file. */
export interface WrittenRate {
  place: string
  channel: string
  country: string
  /** One of the two: credits, or US dollars. */
  credits: string | undefined
  priceUsd: string | undefined
  /** ISO 8601; a day begins in UTC. */
  effectiveFrom: string | undefined
}

export interface ProposedRate {
  place: string
  channel: Channel
  country: string
  creditsMicro: bigint
  effectiveFrom: number
}

export interface ImportProblem {
  /** For example "line 7". */
  path: string
  code: string
  message: string
}

/** No code costs as much: what does is a slip. */
const mostCredits = 1_000_000n * 1_000_000n

const columns = {
  channel: ['channel'],
  country: ['country_iso2', 'country'],
  credits: ['credits'],
  priceUsd: ['price_usd', 'priceusd'],
  effectiveFrom: ['effective_from', 'effectivefrom'],
} as const

type Column = keyof typeof columns

const findColumns = (heading: readonly string[]): Record<Column, number> => {
  const names = heading.map((name) => name.trim().toLowerCase())
  const indexOf = (column: Column) => {
    const name = columns[column].find((known) => names.includes(known))
    return name === undefined ? -1 : names.indexOf(name)
  }
  return {
    channel: indexOf('channel'),
    country: indexOf('country'),
    credits: indexOf('credits'),
    priceUsd: indexOf('priceUsd'),
    effectiveFrom: indexOf('effectiveFrom'),
  }
}

const findMissingColumns = (at: Record<Column, number>): string[] => [
  ...(at.channel === -1 ? ['channel'] : []),
  ...(at.country === -1 ? ['country'] : []),
  ...(at.credits === -1 && at.priceUsd === -1 ? ['credits (or price_usd)'] : []),
]

/** Reads the lines of a CSV file; the first names the columns. */
export const readRateCsv = (text: string): Result<WrittenRate[], ImportProblem[]> => {
  const rows = parseCsv(text)
  if (!Array.isArray(rows)) {
    const message = 'a quote is not closed, or stands in the middle of a cell'
    return err([{ path: `line ${rows.brokenLine}`, code: 'broken-csv', message }])
  }
  const [heading, ...lines] = rows
  if (heading === undefined || lines.length === 0) {
    return err([{ path: 'line 1', code: 'empty', message: 'the file has no rates' }])
  }
  const at = findColumns(heading.cells)
  const missing = findMissingColumns(at)
  if (missing.length > 0) {
    const message = `the first line must name these columns, too: ${missing.join(', ')}`
    return err([{ path: `line ${heading.line}`, code: 'missing-columns', message }])
  }
  return ok(
    lines.map(({ line, cells }) => {
      const read = (column: Column) => cells[at[column]]?.trim() || undefined
      return {
        place: `line ${line}`,
        channel: read('channel') ?? '',
        country: read('country') ?? '',
        credits: read('credits'),
        priceUsd: read('priceUsd'),
        effectiveFrom: read('effectiveFrom'),
      }
    }),
  )
}

const readAmount = ({ credits, priceUsd }: WrittenRate): bigint | string => {
  if ((credits === undefined) === (priceUsd === undefined)) {
    return 'must have a price: either credits or price_usd'
  }
  const text = credits ?? priceUsd ?? ''
  if (text.startsWith('-')) return `the price is negative: ${text}`
  try {
    const micro = credits === undefined ? toCreditsMicro(text) : parseCredits(text)
    if (micro === 0n) return 'the price is 0: a rate is never free'
    return micro > mostCredits ? `the price is too high: ${text}` : micro
  } catch {
    return `"${text}" is not a price, a decimal number such as 2.5 (with at most ${credits === undefined ? 12 : 6} places)`
  }
}

/** What a rate says, checked for itself. */
const readRate = (
  written: WrittenRate,
  parseTime: (text: string) => number,
  from: { now: number; usual: number | undefined },
): Result<ProposedRate, [code: string, message: string]> => {
  const channel = channels.find((known) => known === written.channel.toLowerCase())
  if (channel === undefined) {
    return err(['unknown-channel', `"${written.channel}" is not a channel: ${channels.join(', ')}`])
  }
  const country = written.country.toUpperCase()
  if (channel === 'email' ? country !== flat : findRegion(country) === undefined) {
    const expected =
      channel === 'email' ? 'Email is flat: "*"' : 'a code of ISO 3166-1, for example ID'
    return err(['unknown-country', `"${written.country}" is not a country (${expected})`])
  }
  const amount = readAmount(written)
  if (typeof amount === 'string') return err(['invalid-price', amount])
  const effectiveFrom =
    written.effectiveFrom === undefined ? from.usual : parseTime(written.effectiveFrom)
  if (effectiveFrom === undefined || Number.isNaN(effectiveFrom)) {
    return err(['invalid-date', 'must say from when on it holds, for example 2027-01-01'])
  }
  if (effectiveFrom < from.now) {
    return err(['in-the-past', 'would rewrite the past: a rate can begin now at the earliest'])
  }
  return ok({ place: written.place, channel, country, creditsMicro: amount, effectiveFrom })
}

/** Where more is wrong than that, the file is another one. */
const mostProblems = 50

/** Reads rates; what is wrong with any of them is told with its place. */
export const readProposedRates = (
  written: readonly WrittenRate[],
  parseTime: (text: string) => number,
  from: { now: number; usual: number | undefined },
): Result<ProposedRate[], ImportProblem[]> => {
  const placeOf = new Map<string, string>()
  const problems: ImportProblem[] = []
  const rates = written.flatMap((one) => {
    const rate = readRate(one, parseTime, from)
    const refuse = ([code, message]: [string, string]) => {
      problems.push({ path: one.place, code, message })
      return []
    }
    if (!rate.ok) return refuse(rate.error)
    const { channel, country, effectiveFrom } = rate.value
    const key = `${channel} ${country} ${effectiveFrom}`
    const other = placeOf.get(key)
    if (other !== undefined) {
      return refuse(['duplicate', `${channel} to ${country} is in ${other} already`])
    }
    placeOf.set(key, one.place)
    return [rate.value]
  })
  return problems.length === 0 ? ok(rates) : err(problems.slice(0, mostProblems))
}
