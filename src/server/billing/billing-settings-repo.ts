import { eq } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { organizations } from '#server/platform/db/tables/auth-tables.ts'
import { billingSettings } from '#server/platform/db/tables/billing-settings-tables.ts'

/** What an organisation set about its credit, and where it is at home. Throws when there is none. */
export const getBillingSettings = async (db: Database, organizationId: string) => {
  const [row] = await db
    .select({
      homeCountry: organizations.homeCountry,
      currency: billingSettings.currency,
      lowBalanceMicro: billingSettings.lowBalanceMicro,
    })
    .from(organizations)
    .leftJoin(billingSettings, eq(billingSettings.organizationId, organizations.id))
    .where(eq(organizations.id, organizationId))
  if (row === undefined) throw new Error('an actor without an organisation')
  return row
}

/** Sets below what the balance of an organisation is low, in millionths. */
export const upsertLowBalance = async (
  db: Database,
  organizationId: string,
  lowBalanceMicro: bigint,
): Promise<void> => {
  await db
    .insert(billingSettings)
    .values({ organizationId, lowBalanceMicro, toldLevel: 'enough' })
    .onConflictDoUpdate({ target: billingSettings.organizationId, set: { lowBalanceMicro } })
}
