import {
  type BillingCurrency,
  billingCurrencies,
  currencyAtHome,
} from '#domain/billing/credit-price.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { getBillingSettings } from './billing-settings-repo.ts'

/** The currency that the actor's organisation pays in. */
export const getCurrency = async (
  { db }: Pick<Context, 'db'>,
  { organizationId }: Actor,
): Promise<BillingCurrency> => {
  const { currency, homeCountry } = await getBillingSettings(db, organizationId)
  return billingCurrencies.find((known) => known === currency) ?? currencyAtHome(homeCountry)
}
