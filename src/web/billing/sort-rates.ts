import type { CountryRate } from '#contract/rate-contract.ts'

export const rateColumns = ['country', 'region', 'whatsapp', 'sms', 'sent'] as const

export type RateColumn = (typeof rateColumns)[number]

export interface RateOrder {
  column: RateColumn
  direction: 'ascending' | 'descending'
}

const names = new Intl.Collator('en')

/** Codes that went to a country in the last 30 days, by both channels. */
export const countSent = ({ traffic }: CountryRate): number => traffic.whatsapp + traffic.sms

/** Amounts are too exact for floating point only in sums; to put them in order it is enough. */
const compareBy = (column: RateColumn, a: CountryRate, b: CountryRate): number => {
  if (column === 'country') return names.compare(a.countryName, b.countryName)
  if (column === 'region') return names.compare(a.region ?? '', b.region ?? '')
  if (column === 'sent') return countSent(a) - countSent(b)
  return Number(a[column]) - Number(b[column])
}

/** Rates in an order: the home country always first, countries without a rate always last. */
export const sortRates = (
  rates: readonly CountryRate[],
  { column, direction }: RateOrder,
): CountryRate[] => {
  const sign = direction === 'ascending' ? 1 : -1
  const hasNone = (rate: CountryRate) =>
    (column === 'whatsapp' || column === 'sms') && rate[column] === null
  return rates.toSorted(
    (a, b) =>
      Number(b.isHome) - Number(a.isHome) ||
      Number(hasNone(a)) - Number(hasNone(b)) ||
      sign * compareBy(column, a, b) ||
      names.compare(a.countryName, b.countryName),
  )
}
