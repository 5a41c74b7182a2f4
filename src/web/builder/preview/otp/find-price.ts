import type { RateList } from '#contract/billing-contract.ts'
import type { FindPrice } from './create-test-gateway.ts'

/** Prices by the organisation's rates; none is known, and every country allowed, until they are here. */
export const toFindPrice =
  (rates: RateList | undefined): FindPrice =>
  (channel, country) => {
    if (rates === undefined) return { credits: null, allowed: true }
    if (channel === 'email') return { credits: rates.email, allowed: true }
    const rate = rates.items.find((item) => item.country === country)
    const credits = rate?.[channel] ?? null
    return credits === null ? undefined : { credits, allowed: rate?.allowed ?? false }
  }
