import type { RateHistory } from '#contract/rate-contract.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import { listRates } from '#domain/billing/rate.ts'
import type { Context } from '#server/platform/context.ts'
import { nameOf } from './country-names.ts'
import { getRateBook } from './rate-service.ts'

/** Every price that a country had, has and will have, newest first. */
export const getRateHistory = async (context: Context, country: string): Promise<RateHistory> => {
  const book = await getRateBook(context)
  const rates = [...listRates(book, 'whatsapp', country), ...listRates(book, 'sms', country)]
  return {
    country,
    countryName: nameOf(country),
    items: rates
      .toSorted((a, b) => b.effectiveFrom - a.effectiveFrom)
      .map(({ channel, creditsMicro, effectiveFrom, source }) => ({
        channel,
        credits: formatCredits(creditsMicro),
        effectiveFrom: new Date(effectiveFrom).toISOString(),
        source,
      })),
  }
}
