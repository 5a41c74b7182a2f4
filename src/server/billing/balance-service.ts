import type { z } from 'zod'
import type { Balance, balanceSettingsSchema } from '#contract/billing-contract.ts'
import { countDaysLeft, toBalanceLevel, usualLowBalanceMicro } from '#domain/billing/balance.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import { day } from '#domain/shared/clock.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { getBillingSettings, upsertLowBalance } from './billing-settings-repo.ts'
import { getCurrency } from './billing-settings-service.ts'
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
  const settings = await getBillingSettings(db, organizationId)
  const lowBalance = settings.lowBalanceMicro ?? usualLowBalanceMicro
  return {
    available: formatCredits(available),
    reserved: formatCredits(reserved),
    spentThisMonth: formatCredits(spent.month),
    daysLeft: countDaysLeft(available, spent.pace, paceDays),
    lowBalance: formatCredits(lowBalance),
    level: toBalanceLevel(available, lowBalance),
    currency: await getCurrency(context, actor),
  }
}

/** Sets below how many credits the balance is low. */
export const setLowBalance = async (
  context: Context,
  actor: Actor,
  { lowBalance }: z.infer<typeof balanceSettingsSchema>,
): Promise<Balance> => {
  await upsertLowBalance(context.db, actor.organizationId, BigInt(lowBalance) * 1_000_000n)
  return getBalanceOverview(context, actor)
}
