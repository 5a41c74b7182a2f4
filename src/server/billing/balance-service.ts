import type { z } from 'zod'
import type { Balance, billingSettingsSchema } from '#contract/billing-contract.ts'
import { countDaysLeft, toBalanceLevel } from '#domain/billing/balance.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import { day } from '#domain/shared/clock.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { changeBillingSettings, resolveBillingSettings } from './billing-settings-service.ts'
import { findBalances } from './ledger-repo.ts'
import { sumSpent } from './spent-repo.ts'

/** The present pace is that of so many days. */
const paceDays = 30

const startOfMonth = (now: number): number => {
  const date = new Date(now)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth())
}

/** Available Credits, what is set aside, and how long it will last. */
export const getBalanceOverview = async (context: Context, actor: Actor): Promise<Balance> => {
  const { db, clock } = context
  const { organizationId } = actor
  const now = clock.now()
  const { available, reserved } = await findBalances(db, organizationId)
  const since = { month: startOfMonth(now), pace: now - paceDays * day }
  const spent = await sumSpent(db, organizationId, since)
  const { currency, lowBalanceMicro } = await resolveBillingSettings(db, organizationId)
  return {
    available: formatCredits(available),
    reserved: formatCredits(reserved),
    spentThisMonth: formatCredits(spent.month),
    daysLeft: countDaysLeft(available, spent.pace, paceDays),
    lowBalance: formatCredits(lowBalanceMicro),
    level: toBalanceLevel(available, lowBalanceMicro),
    currency,
  }
}

/** Changes the settings of billing; answers the balance in the light of them. */
export const setBillingSettings = async (
  context: Context,
  actor: Actor,
  asked: z.infer<typeof billingSettingsSchema>,
): Promise<Balance> => {
  await changeBillingSettings(context, actor, asked)
  return getBalanceOverview(context, actor)
}

/** How much there is, and what to call that. */
export const getBalanceLevel = async ({ db }: Context, { organizationId }: Actor) => {
  const { available } = await findBalances(db, organizationId)
  const { lowBalanceMicro } = await resolveBillingSettings(db, organizationId)
  return {
    available: formatCredits(available),
    level: toBalanceLevel(available, lowBalanceMicro),
  }
}
