import { flat, type Rate, type RateBook, toCreditsMicro, toRateBook } from '#domain/billing/rate.ts'
import { minute } from '#domain/shared/clock.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { insertRates, listRatesAcrossOrgs } from './rate-repo.ts'
import { priceLists } from './rates-seed.ts'

const emailRate: Rate = {
  channel: 'email',
  country: flat,
  creditsMicro: 1_000_000n,
  effectiveFrom: Date.parse('2022-06-01'),
  source: 'flat',
}

const listSeedRates = (): Rate[] =>
  priceLists.flatMap(({ channel, effectiveFrom, source, prices }) =>
    prices
      .trim()
      .split(/\s+/)
      .map((price) => {
        const [country = '', dollars = ''] = price.split('=')
        return {
          channel,
          country,
          creditsMicro: toCreditsMicro(dollars),
          effectiveFrom: Date.parse(effectiveFrom),
          source,
        }
      }),
  )

/** Fills in the rates that every installation starts from; harmless where they are. */
export const seedRates = async (db: Database): Promise<void> => {
  await insertRates(db, [emailRate, ...listSeedRates()])
}

/** Rates change a few times a year: for this long a change may go unseen. */
const cacheLife = minute / 2

const cached = new WeakMap<Context, { book: Promise<RateBook>; until: number }>()

/** All rates, as of at most half a minute ago. */
export const getRateBook = (context: Context): Promise<RateBook> => {
  const now = context.clock.now()
  const known = cached.get(context)
  if (known !== undefined && now < known.until) return known.book
  const book = listRatesAcrossOrgs(context.db).then(toRateBook)
  cached.set(context, { book, until: now + cacheLife })
  // A failed reading is not kept.
  book.catch(() => cached.delete(context))
  return book
}

/** All rates as they are now. */
export const readRateBook = async ({ db }: Pick<Context, 'db'>): Promise<RateBook> =>
  toRateBook(await listRatesAcrossOrgs(db))

/** Has the next look at the rates read them anew; other processes follow within half a minute. */
export const forgetRateBook = (context: Context): void => {
  cached.delete(context)
}
