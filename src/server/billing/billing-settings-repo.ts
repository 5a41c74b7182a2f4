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

/** Sets what an organisation pays in and below what its balance is low, in millionths. */
export const upsertBillingSettings = async (
  db: Database,
  organizationId: string,
  settings: { currency: string; lowBalanceMicro: bigint },
): Promise<void> => {
  await db
    .insert(billingSettings)
    .values({ organizationId, ...settings, toldLevel: 'enough' })
    .onConflictDoUpdate({ target: billingSettings.organizationId, set: settings })
}
