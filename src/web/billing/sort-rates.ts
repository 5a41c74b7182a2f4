import type { CountryRate } from '#contract/rate-contract.ts'

export type RateColumn = 'country' | 'whatsapp' | 'sms'

export interface RateOrder {
  column: RateColumn
  direction: 'ascending' | 'descending'
}

const names = new Intl.Collator('en')

/** Amounts are too exact for floating point only in sums; to put them in order it is enough. */
const compareBy = (column: RateColumn, a: CountryRate, b: CountryRate): number =>
  column === 'country'
    ? names.compare(a.countryName, b.countryName)
    : Number(a[column]) - Number(b[column])

/** Rates in an order: the home country always first, countries without a rate always last. */
export const sortRates = (
  rates: readonly CountryRate[],
  { column, direction }: RateOrder,
): CountryRate[] => {
  const sign = direction === 'ascending' ? 1 : -1
  const hasNone = (rate: CountryRate) => column !== 'country' && rate[column] === null
  return rates.toSorted(
    (a, b) =>
      Number(b.isHome) - Number(a.isHome) ||
      Number(hasNone(a)) - Number(hasNone(b)) ||
      sign * compareBy(column, a, b) ||
      names.compare(a.countryName, b.countryName),
  )
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether a country is meant: by its name (accents or not), its code, or its calling code. */
export const matchesCountry = (
  { country, countryName, callingCode }: CountryRate,
  search: string,
): boolean => {
  const wanted = plain(search.trim())
  const digits = wanted.replace(/^\+/, '')
  return (
    wanted === '' ||
    plain(countryName).includes(wanted) ||
    country.toLowerCase() === wanted ||
    (/^\d+$/.test(digits) && callingCode.replace(/\D/g, '').startsWith(digits))
  )
}
