import { and, asc, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import type { EntryKind } from '#domain/billing/ledger.ts'
import type { Channel } from '#domain/otp/channel.ts'
import type { Database } from '#server/platform/db/database.ts'
import { users } from '#server/platform/db/tables/auth-tables.ts'
import { ledgerEntries } from '#server/platform/db/tables/billing-tables.ts'
import { flows } from '#server/platform/db/tables/flow-tables.ts'
import { otpChallenges } from '#server/platform/db/tables/otp-tables.ts'
import { tasks } from '#server/platform/db/tables/task-tables.ts'
import type { ListCursor } from '#server/platform/list-cursor.ts'

/** Which entries are wanted: those that all of these say; times in ISO 8601. */
export interface EntryFilter {
  kind?: EntryKind | undefined
  flowId?: string | undefined
  taskId?: string | undefined
  workerId?: string | undefined
  channel?: Channel | undefined
  country?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

const columns = {
  entry: ledgerEntries,
  channel: otpChallenges.channel,
  country: otpChallenges.country,
  taskId: otpChallenges.taskId,
}

const ofFlow = (organizationId: string, flowId: string): SQL =>
  sql`${otpChallenges.taskId} in (
    select id from tasks where organization_id = ${organizationId} and flow_id = ${flowId}
  )`

const matching = (organizationId: string, filter: EntryFilter) => {
  const { kind, flowId, taskId, workerId, channel, country, from, to } = filter
  return and(
    eq(ledgerEntries.organizationId, organizationId),
    kind && eq(ledgerEntries.kind, kind),
    from ? gte(ledgerEntries.createdAt, new Date(from)) : undefined,
    to ? lt(ledgerEntries.createdAt, new Date(to)) : undefined,
    taskId ? eq(otpChallenges.taskId, taskId) : undefined,
    workerId ? eq(otpChallenges.workerId, workerId) : undefined,
    channel && eq(otpChallenges.channel, channel),
    country ? eq(otpChallenges.country, country) : undefined,
    flowId ? ofFlow(organizationId, flowId) : undefined,
  )
}

interface Page {
  limit: number
  after: ListCursor | undefined
}

/** The entries of an organisation, newest first. */
export const listEntries = (
  db: Database,
  organizationId: string,
  filter: EntryFilter,
  { limit, after }: Page,
) =>
  db
    .select(columns)
    .from(ledgerEntries)
    .leftJoin(otpChallenges, eq(otpChallenges.id, ledgerEntries.challengeId))
    .where(
      and(
        matching(organizationId, filter),
        after &&
          sql`(${ledgerEntries.createdAt}, ${ledgerEntries.id}) <
            (${after.time.toISOString()}::timestamptz, ${after.id})`,
      ),
    )
    .orderBy(desc(ledgerEntries.createdAt), desc(ledgerEntries.id))
    .limit(limit)

export type EntryRow = Awaited<ReturnType<typeof listEntries>>[number]

/** One entry of an organisation. */
export const findEntry = async (
  db: Database,
  organizationId: string,
  id: string,
): Promise<EntryRow | undefined> => {
  const [row] = await db
    .select(columns)
    .from(ledgerEntries)
    .leftJoin(otpChallenges, eq(otpChallenges.id, ledgerEntries.challengeId))
    .where(and(eq(ledgerEntries.organizationId, organizationId), eq(ledgerEntries.id, id)))
  return row
}

/** All that was booked for a code, oldest first. */
export const listPostings = (db: Database, organizationId: string, challengeId: string) =>
  db
    .select()
    .from(ledgerEntries)
    .where(
      and(
        eq(ledgerEntries.organizationId, organizationId),
        eq(ledgerEntries.challengeId, challengeId),
      ),
    )
    .orderBy(
      asc(ledgerEntries.createdAt),
      // Within one millisecond: what comes first is the hold.
      sql`${ledgerEntries.kind} <> 'hold'`,
      asc(ledgerEntries.kind),
    )

/** The code that an entry is for, with its task, its flow and who had it sent. */
export const findPaidChallenge = async (
  db: Database,
  organizationId: string,
  challengeId: string,
) => {
  const [row] = await db
    .select({
      challenge: otpChallenges,
      worker: users.name,
      flowName: flows.name,
      flowVersion: tasks.flowVersion,
    })
    .from(otpChallenges)
    .innerJoin(users, eq(users.id, otpChallenges.workerId))
    .innerJoin(tasks, eq(tasks.id, otpChallenges.taskId))
    .innerJoin(flows, eq(flows.id, tasks.flowId))
    .where(and(eq(otpChallenges.organizationId, organizationId), eq(otpChallenges.id, challengeId)))
  return row
}
