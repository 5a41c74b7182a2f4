import { eq } from 'drizzle-orm'
import type { SenderSettings } from '#domain/otp/sender-route.ts'
import type { Database } from '#server/platform/db/database.ts'
import { organizations } from '#server/platform/db/tables/auth-tables.ts'
import { brandedNumbers, senderSettings } from '#server/platform/db/tables/sender-tables.ts'

/** What an organisation says about its senders, and since when. Throws when there is no such organisation. */
export const getSettings = async (
  db: Database,
  organizationId: string,
): Promise<SenderSettings & { changedAt: Date | null }> => {
  const [row] = await db
    .select({
      sandbox: senderSettings.sandbox,
      fallsBack: senderSettings.fallsBack,
      changedAt: senderSettings.sandboxChangedAt,
      brandedState: brandedNumbers.state,
    })
    .from(organizations)
    .leftJoin(senderSettings, eq(senderSettings.organizationId, organizations.id))
    .leftJoin(brandedNumbers, eq(brandedNumbers.organizationId, organizations.id))
    .where(eq(organizations.id, organizationId))
  if (row === undefined) throw new Error('an actor without an organisation')
  return { ...row, fallsBack: row.fallsBack ?? false }
}

type Changes = Partial<Omit<typeof senderSettings.$inferInsert, 'organizationId'>>

/** Changes what an organisation says about its senders. */
export const upsertSettings = async (
  db: Database,
  organizationId: string,
  changes: Changes,
): Promise<void> => {
  await db
    .insert(senderSettings)
    .values({ organizationId, ...changes })
    .onConflictDoUpdate({ target: senderSettings.organizationId, set: changes })
}
