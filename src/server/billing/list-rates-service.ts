import { getCountries, getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max'
import type { z } from 'zod'
import type { CountryRate, RateList, rateListQuery } from '#contract/billing-contract.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import { findRate, flat, type RateBook } from '#domain/billing/rate.ts'
import type { Channel } from '#domain/otp/channel.ts'
import { resolvePolicy } from '#domain/otp/otp-policy.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { getPolicySettings } from './policy-repo.ts'
import { getRateBook } from './rate-service.ts'

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' })

const listCountries = (book: RateBook): string[] => {
  const priced = [...book.values()].flatMap(([rate]) => rate?.country ?? [])
  return [...new Set([...getCountries(), ...priced])].filter((country) => country !== flat)
}

const callingCodeOf = (country: string) =>
  isSupportedCountry(country) ? `+${getCountryCallingCode(country)}` : ''

const findNewestDate = (book: RateBook, at: number): number =>
  Math.max(
    0,
    ...[...book.values()].flatMap(
      (rates) => rates.find(({ effectiveFrom }) => effectiveFrom <= at)?.effectiveFrom ?? [],
    ),
  )

const matches = ({ country, countryName, callingCode }: CountryRate, search: string): boolean => {
  const wanted = search.trim().toLowerCase()
  return (
    country.toLowerCase() === wanted ||
    countryName.toLowerCase().includes(wanted) ||
    (/^\+?\d+$/.test(wanted) && callingCode.startsWith(`+${wanted.replace('+', '')}`))
  )
}

/** The rates of all countries, both channels side by side, as they are or were at a point in time. */
export const listCountryRates = async (
  context: Context,
  actor: Actor,
  { search, channel, at: asked }: z.infer<typeof rateListQuery>,
): Promise<RateList> => {
  const { homeCountry, otpPolicy } = await getPolicySettings(context.db, actor.organizationId)
  const { allowedCountries } = resolvePolicy(otpPolicy, homeCountry)
  const book = await getRateBook(context)
  const at = asked === undefined ? context.clock.now() : Date.parse(asked)
  const priceOf = (of: Channel, country: string) => {
    const rate = findRate(book, of, country, at)
    return rate === undefined ? null : formatCredits(rate.creditsMicro)
  }
  const items = listCountries(book)
    .map(
      (country): CountryRate => ({
        country,
        countryName: countryNames.of(country) ?? country,
        callingCode: callingCodeOf(country),
        whatsapp: priceOf('whatsapp', country),
        sms: priceOf('sms', country),
        allowed: allowedCountries.includes(country),
        isHome: country === homeCountry,
      }),
    )
    .filter((rate) => search === undefined || search.trim() === '' || matches(rate, search))
    .filter((rate) => channel === undefined || channel === 'email' || rate[channel] !== null)
    .toSorted((a, b) => a.countryName.localeCompare(b.countryName, 'en'))
  return {
    email: priceOf('email', flat) ?? '0.000000',
    items,
    effectiveFrom: new Date(findNewestDate(book, at)).toISOString(),
  }
}
