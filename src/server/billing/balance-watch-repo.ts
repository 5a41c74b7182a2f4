import { and, eq } from 'drizzle-orm'
import { type BalanceLevel, usualLowBalanceMicro } from '#domain/billing/balance.ts'
import type { Database } from '#server/platform/db/database.ts'
import { organizations } from '#server/platform/db/tables/auth-tables.ts'
import { billingSettings } from '#server/platform/db/tables/billing-settings-tables.ts'
import { ledgerBalances } from '#server/platform/db/tables/billing-tables.ts'

/** Available Credits of every organisation, with what it set and what its people were told. */
export const listWatchedBalancesAcrossOrgs = async (db: Database) => {
  const rows = await db
    .select({
      organizationId: ledgerBalances.organizationId,
      availableMicro: ledgerBalances.balanceMicro,
      lowBalanceMicro: billingSettings.lowBalanceMicro,
      toldLevel: billingSettings.toldLevel,
    })
    .from(ledgerBalances)
    .leftJoin(billingSettings, eq(billingSettings.organizationId, ledgerBalances.organizationId))
    .where(eq(ledgerBalances.account, 'available'))
  return rows.map((row) => ({
    ...row,
    lowBalanceMicro: row.lowBalanceMicro ?? usualLowBalanceMicro,
    toldLevel: row.toldLevel ?? 'enough',
  }))
}

/** Notes the level of a balance. Whether it was this call that did: several processes look. */
export const updateToldLevel = async (
  tx: Database,
  organizationId: string,
  { before, now }: { before: BalanceLevel; now: BalanceLevel },
): Promise<boolean> => {
  await tx
    .insert(billingSettings)
    .values({ organizationId, lowBalanceMicro: usualLowBalanceMicro, toldLevel: 'enough' })
    .onConflictDoNothing()
  const rows = await tx
    .update(billingSettings)
    .set({ toldLevel: now })
    .where(
      and(
        eq(billingSettings.organizationId, organizationId),
        eq(billingSettings.toldLevel, before),
      ),
    )
    .returning({ id: billingSettings.organizationId })
  return rows.length > 0
}

/** What an organisation is called. */
export const findOrganisationNameAcrossOrgs = async (
  db: Database,
  organizationId: string,
): Promise<string | undefined> => {
  const [row] = await db
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
  return row?.name
}
