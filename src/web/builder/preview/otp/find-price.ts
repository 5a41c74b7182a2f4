import type { CountryRate } from '#contract/rate-contract.ts'
import type { FindPrice } from './create-test-gateway.ts'

/** What the preview needs to know of an organisation's rates. */
export interface KnownRates {
  email: string
  items: readonly Pick<CountryRate, 'country' | 'whatsapp' | 'sms' | 'allowed'>[]
}

/** Prices by the organisation's rates; none is known, and every country allowed, until they are here. */
export const toFindPrice =
  (rates: KnownRates | undefined): FindPrice =>
  (channel, country) => {
    if (rates === undefined) return { credits: null, allowed: true }
    if (channel === 'email') return { credits: rates.email, allowed: true }
    const rate = rates.items.find((item) => item.country === country)
    const credits = rate?.[channel] ?? null
    return credits === null ? undefined : { credits, allowed: rate?.allowed ?? false }
  }
