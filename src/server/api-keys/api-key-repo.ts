import { and, desc, eq, isNull, lt, or } from 'drizzle-orm'
import type { Role } from '#contract/session-contract.ts'
import type { Database } from '#server/platform/db/database.ts'
import { apiKeys } from '#server/platform/db/tables/api-key-tables.ts'
import { members, users } from '#server/platform/db/tables/auth-tables.ts'

/** The keys of an organisation, newest first, with who made them. */
export const listKeyRows = (db: Database, organizationId: string) =>
  db
    .select({ key: apiKeys, createdBy: users.name })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .where(eq(apiKeys.organizationId, organizationId))
    .orderBy(desc(apiKeys.id))

export const insertKey = async (db: Database, row: typeof apiKeys.$inferInsert) => {
  await db.insert(apiKeys).values(row)
}

/** Deletes a key and answers with its name; nothing when there was none. */
export const deleteKey = async (
  db: Database,
  organizationId: string,
  keyId: string,
): Promise<string | undefined> => {
  const [row] = await db
    .delete(apiKeys)
    .where(and(eq(apiKeys.organizationId, organizationId), eq(apiKeys.id, keyId)))
    .returning({ name: apiKeys.name })
  return row?.name
}

/** The key that has a hash, with the present role of who made it; nothing when that person has left. */
export const findKeyAcrossOrgs = async (db: Database, tokenHash: string) => {
  const [row] = await db
    .select({ key: apiKeys, userName: users.name, makerRole: members.role })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .innerJoin(
      members,
      and(eq(members.userId, apiKeys.userId), eq(members.organizationId, apiKeys.organizationId)),
    )
    .where(eq(apiKeys.tokenHash, tokenHash))
  return row && { ...row, makerRole: row.makerRole as Role }
}

/** Notes that a key was used, unless that was noted after a time already. */
export const touchKeyAcrossOrgs = async (
  db: Database,
  keyId: string,
  { now, unlessAfter }: { now: Date; unlessAfter: Date },
): Promise<void> => {
  await db
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(
      and(
        eq(apiKeys.id, keyId),
        or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, unlessAfter)),
      ),
    )
}
