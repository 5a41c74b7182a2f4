import type { z } from 'zod'
import type { billingSettingsSchema } from '#contract/billing-contract.ts'
import { usualLowBalanceMicro } from '#domain/billing/balance.ts'
import {
  type BillingCurrency,
  billingCurrencies,
  currencyAtHome,
} from '#domain/billing/credit-price.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import { recordAudit } from '#server/audit/audit-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { getBillingSettings, upsertBillingSettings } from './billing-settings-repo.ts'

/** What an organisation pays in, and below how many millionths of a credit its balance is low. */
interface BillingSettings {
  currency: BillingCurrency
  lowBalanceMicro: bigint
}

/** The settings in force: the defaults with what the organisation set. */
export const resolveBillingSettings = async (
  db: Database,
  organizationId: string,
): Promise<BillingSettings> => {
  const { currency, homeCountry, lowBalanceMicro } = await getBillingSettings(db, organizationId)
  return {
    currency: billingCurrencies.find((known) => known === currency) ?? currencyAtHome(homeCountry),
    lowBalanceMicro: lowBalanceMicro ?? usualLowBalanceMicro,
  }
}

/** The currency that the actor's organisation pays in. */
export const getCurrency = async (
  { db }: Pick<Context, 'db'>,
  { organizationId }: Actor,
): Promise<BillingCurrency> => (await resolveBillingSettings(db, organizationId)).currency

const microPerCredit = 1_000_000n

/** Sets what is paid in and when the balance is low. Open orders keep the currency they were made in. */
export const changeBillingSettings = (
  context: Context,
  actor: Actor,
  asked: z.infer<typeof billingSettingsSchema>,
): Promise<void> =>
  context.db.transaction(async (tx) => {
    const before = await resolveBillingSettings(tx, actor.organizationId)
    const after: BillingSettings = {
      currency: asked.currency ?? before.currency,
      lowBalanceMicro: BigInt(asked.lowBalance) * microPerCredit,
    }
    const isSame =
      after.currency === before.currency && after.lowBalanceMicro === before.lowBalanceMicro
    if (isSame) return
    await upsertBillingSettings(tx, actor.organizationId, after)
    await recordAudit({ ...context, db: tx }, actor, {
      action: 'billing.settings-changed',
      detail: { before: toDetail(before), after: toDetail(after) },
    })
  })

const toDetail = ({ currency, lowBalanceMicro }: BillingSettings) => ({
  currency,
  lowBalance: formatCredits(lowBalanceMicro),
})
