import { type BillingCurrency, priceCredits } from './credit-price.ts'

/** Whole credits. */
export const smallestTopUp = 1_000
export const largestTopUp = 1_000_000

/**
 * What can become of a top-up. Money that has come counts whatever was before: who cancels while the
 * payment is under way still gets the credits. Paid never changes.
 */
export const topUpStatuses = ['open', 'paid', 'cancelled', 'expired'] as const

export type TopUpStatus = (typeof topUpStatuses)[number]

/** Value-added tax by currency, in per cent: Indonesia's PPN; abroad the customer accounts for it. */
const taxPercents: Partial<Record<BillingCurrency, number>> = { IDR: 11 }

/** What a top-up costs. Amounts in minor units. */
export interface TopUpPrice {
  currency: BillingCurrency
  netMinor: number
  taxPercent: number
  taxMinor: number
  totalMinor: number
}

/** What so many whole credits cost with tax, half a minor unit rounded up. */
export const priceTopUp = (credits: number, currency: BillingCurrency): TopUpPrice => {
  const netMinor = priceCredits(credits, currency)
  const taxPercent = taxPercents[currency] ?? 0
  const taxMinor = Math.floor((netMinor * taxPercent + 50) / 100)
  return { currency, netMinor, taxPercent, taxMinor, totalMinor: netMinor + taxMinor }
}
