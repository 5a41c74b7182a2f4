import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { organizations } from '#server/platform/db/tables/auth-tables.ts'
import { brandedNumberEvents, brandedNumbers } from '#server/platform/db/tables/sender-tables.ts'
import type { ListCursor } from '#server/platform/list-cursor.ts'

export type BrandedNumberRow = typeof brandedNumbers.$inferSelect

export type BrandedNumberEventRow = typeof brandedNumberEvents.$inferSelect

/** The number of an organisation, and what it is called. */
export const findNumber = async (
  db: Database,
  organizationId: string,
): Promise<{ number: BrandedNumberRow; organisationName: string } | undefined> => {
  const [row] = await db
    .select({ number: brandedNumbers, organisationName: organizations.name })
    .from(brandedNumbers)
    .innerJoin(organizations, eq(organizations.id, brandedNumbers.organizationId))
    .where(eq(brandedNumbers.organizationId, organizationId))
  return row
}

/** The same, with a lock on it until the transaction ends. */
export const lockNumber = async (
  tx: Database,
  organizationId: string,
): Promise<BrandedNumberRow | undefined> =>
  (
    await tx
      .select()
      .from(brandedNumbers)
      .where(eq(brandedNumbers.organizationId, organizationId))
      .for('update')
  )[0]

/** Numbers of all organisations, the newest request first. */
export const listNumbersAcrossOrgs = (
  db: Database,
  { limit, after }: { limit: number; after: ListCursor | undefined },
) =>
  db
    .select({ number: brandedNumbers, organisationName: organizations.name })
    .from(brandedNumbers)
    .innerJoin(organizations, eq(organizations.id, brandedNumbers.organizationId))
    .where(
      after &&
        sql`(${brandedNumbers.requestedAt}, ${brandedNumbers.organizationId}) <
          (${after.time.toISOString()}::timestamptz, ${after.id})`,
    )
    .orderBy(desc(brandedNumbers.requestedAt), desc(brandedNumbers.organizationId))
    .limit(limit)

/** How many numbers wait for the platform operator. */
export const countWaitingAcrossOrgs = async (db: Database): Promise<number> => {
  const [row] = await db
    .select({ count: count() })
    .from(brandedNumbers)
    .where(inArray(brandedNumbers.state, ['requested', 'in-review']))
  return row?.count ?? 0
}

/** Keeps a request in the place of one that was refused. Whether no other came between. */
export const replaceRequest = async (
  tx: Database,
  request: Pick<
    BrandedNumberRow,
    'organizationId' | 'displayName' | 'phoneNumber' | 'reason' | 'requestedAt'
  >,
): Promise<boolean> => {
  await tx.delete(brandedNumbers).where(eq(brandedNumbers.organizationId, request.organizationId))
  const rows = await tx
    .insert(brandedNumbers)
    .values({ ...request, state: 'requested' })
    .onConflictDoNothing()
    .returning({ organizationId: brandedNumbers.organizationId })
  return rows.length > 0
}

/** Changes the number of an organisation. */
export const updateNumber = async (
  db: Database,
  organizationId: string,
  changes: Partial<Omit<BrandedNumberRow, 'organizationId'>>,
): Promise<void> => {
  await db
    .update(brandedNumbers)
    .set(changes)
    .where(eq(brandedNumbers.organizationId, organizationId))
}

/** Adds to the history of a number. */
export const insertNumberEvent = async (
  tx: Database,
  row: typeof brandedNumberEvents.$inferInsert,
): Promise<void> => {
  await tx.insert(brandedNumberEvents).values(row)
}

/** What was done about the numbers of some organisations, oldest first. */
export const listNumberEvents = (
  db: Database,
  organizationIds: readonly string[],
): Promise<BrandedNumberEventRow[]> =>
  db
    .select()
    .from(brandedNumberEvents)
    .where(inArray(brandedNumberEvents.organizationId, [...organizationIds]))
    .orderBy(asc(brandedNumberEvents.id))

/** Puts another sealed text in the place of one that has not changed meanwhile. Whether it did. */
export const resealAcrossOrgs = async (
  db: Database,
  organizationId: string,
  column: 'accessToken' | 'appSecret',
  { before, after }: { before: string; after: string },
): Promise<boolean> => {
  const rows = await db
    .update(brandedNumbers)
    .set({ [column]: after })
    .where(
      and(eq(brandedNumbers.organizationId, organizationId), eq(brandedNumbers[column], before)),
    )
    .returning({ organizationId: brandedNumbers.organizationId })
  return rows.length > 0
}

/** The secrets of all numbers, as they are kept. */
export const listSealedAcrossOrgs = (db: Database) =>
  db
    .select({
      organizationId: brandedNumbers.organizationId,
      accessToken: brandedNumbers.accessToken,
      appSecret: brandedNumbers.appSecret,
    })
    .from(brandedNumbers)
