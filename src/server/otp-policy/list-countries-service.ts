import { getCountries, getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max'
import type { PolicyCountry } from '#contract/otp-policy-contract.ts'
import { findRate } from '#domain/billing/rate.ts'
import { highRiskCountries, unsupportedCountries } from '#domain/otp/country-risk.ts'
import { findRegion } from '#domain/shared/region.ts'
import { getRateBook } from '#server/billing/rate-service.ts'
import type { Context } from '#server/platform/context.ts'

/** Why a country can not be allowed; nothing when it can. */
export const findCountryObjection = (country: string): string | undefined => {
  if (!isSupportedCountry(country)) return `${country} is no country with phone numbers`
  return unsupportedCountries.has(country) ? `no provider delivers to ${country}` : undefined
}

/** Every country with phone numbers, and what to know before it is allowed. */
export const listPolicyCountries = async (context: Context): Promise<PolicyCountry[]> => {
  const book = await getRateBook(context)
  const now = context.clock.now()
  return getCountries().map((country) => ({
    country,
    callingCode: `+${getCountryCallingCode(country)}`,
    region: findRegion(country) ?? null,
    isHighRisk: highRiskCountries.has(country),
    isSupported: !unsupportedCountries.has(country),
    hasRate: {
      sms: findRate(book, 'sms', country, now) !== undefined,
      whatsapp: findRate(book, 'whatsapp', country, now) !== undefined,
    },
  }))
}
