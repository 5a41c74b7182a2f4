import type { Region } from '#domain/shared/region.ts'

/** The channels whose price depends on the country. */
export type PhoneChannel = 'sms' | 'whatsapp'

/** Which countries' rates are wanted; null, false and '' want them all. */
export interface RateFilter {
  /** A name (accents or not), an ISO code, a calling code, or a phone number as pasted. */
  search: string
  /** Exactly this one: where a phone number was searched for, and its country is known. */
  country: string | null
  region: Region | null
  channel: PhoneChannel | null
  allowed: boolean
  used: boolean
  changed: boolean
  withoutRate: boolean
}

interface FilterableRate {
  country: string
  countryName: string
  callingCode: string
  region: string | null
  allowed: boolean
  whatsapp: string | null
  sms: string | null
  changes: Record<PhoneChannel, unknown>
  announced: Record<PhoneChannel, unknown>
  traffic: Record<PhoneChannel, number>
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The digits of what looks like a phone number or its beginning; nothing for any other text. */
export const readDigits = (search: string): string | undefined => {
  const text = search.trim().replace(/^tel:/i, '')
  return /^(\+|00)?[\d\s().-]+$/.test(text) && /\d/.test(text)
    ? text.replace(/\D/g, '').replace(/^00/, '')
    : undefined
}

/** Whether a country is meant: by its name, its code, its calling code, or a number in it. */
export const matchesCountry = (
  rate: Pick<FilterableRate, 'country' | 'countryName' | 'callingCode'>,
  search: string,
): boolean => {
  const wanted = plain(search.trim())
  if (wanted === '') return true
  const digits = readDigits(search)
  if (digits === undefined) {
    return plain(rate.countryName).includes(wanted) || rate.country.toLowerCase() === wanted
  }
  const code = rate.callingCode.replace(/\D/g, '')
  return code !== '' && (code.startsWith(digits) || digits.startsWith(code))
}

/** A test for whether a country's rates are among those that are wanted. */
export const createRateFilter = (filter: RateFilter): ((rate: FilterableRate) => boolean) => {
  const channels: readonly PhoneChannel[] =
    filter.channel === null ? ['whatsapp', 'sms'] : [filter.channel]
  return (rate) => {
    const some = (holds: (channel: PhoneChannel) => boolean) => channels.some(holds)
    return (
      (filter.region === null || rate.region === filter.region) &&
      (!filter.allowed || rate.allowed) &&
      (!filter.used || some((channel) => rate.traffic[channel] > 0)) &&
      (!filter.changed ||
        some((channel) => rate.changes[channel] !== null || rate.announced[channel] !== null)) &&
      (filter.withoutRate
        ? some((channel) => rate[channel] === null)
        : filter.channel === null || rate[filter.channel] !== null) &&
      (filter.country === null
        ? matchesCountry(rate, filter.search)
        : rate.country === filter.country)
    )
  }
}
