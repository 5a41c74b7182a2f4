import type { TopUp } from '#contract/top-up-contract.ts'
import { billingCurrencies } from '#domain/billing/credit-price.ts'
import type { TopUpRow } from './top-up-repo.ts'

/** A top-up as clients see it. Throws on a currency that credit is not sold in. */
export const toTopUp = (row: TopUpRow): TopUp => {
  const { id, credits, netMinor, taxPercent, taxMinor, totalMinor } = row
  const currency = billingCurrencies.find((known) => known === row.currency)
  if (currency === undefined) throw new Error(`a top-up in ${row.currency}`)
  const { status, provider, declined, orderedBy, invoiceNumber } = row
  return {
    ...{ id, credits, currency, netMinor, taxPercent, taxMinor, totalMinor, status, provider },
    checkoutUrl: status === 'open' ? row.checkoutUrl : null,
    ...{ declined, orderedBy, invoiceNumber },
    createdAt: row.createdAt.toISOString(),
    paidAt: row.paidAt?.toISOString() ?? null,
  }
}
