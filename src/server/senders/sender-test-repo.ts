import { and, count, desc, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { members, organizations, users } from '#server/platform/db/tables/auth-tables.ts'
import { senderTests } from '#server/platform/db/tables/sender-tables.ts'

export type SenderTestRow = typeof senderTests.$inferSelect

/** Who tries a sender, and what the message says of the organisation. Throws when there is none. */
export const getTester = async (
  db: Database,
  { userId, organizationId }: { userId: string; organizationId: string },
) => {
  const [row] = await db
    .select({
      email: users.email,
      organisationName: organizations.name,
      homeCountry: organizations.homeCountry,
      otpPolicy: organizations.otpPolicy,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(members.userId, userId), eq(members.organizationId, organizationId)))
  if (row === undefined) throw new Error('an actor without a membership')
  return row
}

/** Has other tests of an organisation wait until the transaction ends, so that they can be counted. */
export const queueTests = async (tx: Database, organizationId: string): Promise<void> => {
  await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .for('no key update')
}

/** How many tests an organisation made since some time, or one of its people. */
export const countTests = async (
  db: Database,
  organizationId: string,
  { since, userId }: { since: Date; userId?: string },
): Promise<number> => {
  const [row] = await db
    .select({ count: count() })
    .from(senderTests)
    .where(
      and(
        eq(senderTests.organizationId, organizationId),
        gt(senderTests.createdAt, since),
        userId === undefined ? undefined : eq(senderTests.userId, userId),
      ),
    )
  return row?.count ?? 0
}

/** Keeps a test before its message goes out. */
export const insertTest = async (
  tx: Database,
  row: typeof senderTests.$inferInsert,
): Promise<void> => {
  await tx.insert(senderTests).values(row)
}

/** Notes what became of a test. */
export const finishTest = async (
  tx: Database,
  id: string,
  result: Pick<SenderTestRow, 'outcome' | 'failureCode' | 'providerCode' | 'costMicro'>,
): Promise<SenderTestRow | undefined> =>
  (await tx.update(senderTests).set(result).where(eq(senderTests.id, id)).returning())[0]

/** The test that a request with this `Idempotency-Key` made. */
export const findTestByKey = async (
  db: Database,
  organizationId: string,
  key: string,
): Promise<SenderTestRow | undefined> =>
  (
    await db
      .select()
      .from(senderTests)
      .where(
        and(eq(senderTests.organizationId, organizationId), eq(senderTests.idempotencyKey, key)),
      )
  )[0]

/** The newest test of an organisation by each channel. */
export const listNewestTests = (db: Database, organizationId: string): Promise<SenderTestRow[]> =>
  db
    .selectDistinctOn([senderTests.channel])
    .from(senderTests)
    .where(eq(senderTests.organizationId, organizationId))
    .orderBy(senderTests.channel, desc(senderTests.createdAt), sql`${senderTests.id} desc`)
