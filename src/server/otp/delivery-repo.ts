import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type ChargePosting, chargeKey, movements } from '#domain/billing/ledger.ts'
import type { Channel } from '#domain/otp/channel.ts'
import { stateAfter, statesBefore } from '#domain/otp/otp-challenge.ts'
import type { Database } from '#server/platform/db/database.ts'
import { bookPosting } from '#server/platform/db/post-entry.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { organizations } from '#server/platform/db/tables/auth-tables.ts'
import { otpChallenges } from '#server/platform/db/tables/otp-tables.ts'
import { canHappen } from './challenge-repo.ts'

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

/** A challenge with what its message says, for the job that sends it. */
export const findDeliveryAcrossOrgs = async (db: Database, challengeId: string) => {
  const [row] = await db
    .select({
      id: otpChallenges.id,
      organizationId: otpChallenges.organizationId,
      organisationName: organizations.name,
      channel: otpChallenges.channel,
      recipient: otpChallenges.recipient,
      digits: otpChallenges.digits,
      state: otpChallenges.state,
      codeHash: otpChallenges.codeHash,
      createdAt: otpChallenges.createdAt,
      expiresAt: otpChallenges.expiresAt,
    })
    .from(otpChallenges)
    .innerJoin(organizations, eq(organizations.id, otpChallenges.organizationId))
    .where(eq(otpChallenges.id, challengeId))
  return row
}

export interface Delivery {
  id: string
  organizationId: string
  organisationName: string
  channel: Channel
  recipient: string
  digits: number
  createdAt: Date
  expiresAt: Date
}

/** Notes, before it is done, that a code is handed over. Whether the challenge still waited for it. */
export const startSending = async (
  db: Database,
  challengeId: string,
  codeHash: string,
): Promise<boolean> => {
  const rows = await db
    .update(otpChallenges)
    .set({ state: stateAfter('start'), codeHash })
    .where(
      and(
        eq(otpChallenges.id, challengeId),
        inArray(otpChallenges.state, [...statesBefore('start')]),
      ),
    )
    .returning({ id: otpChallenges.id })
  return rows.length > 0
}

/** Notes that nothing was handed over after all; the next try makes a new code. */
export const undoSending = async (db: Database, challengeId: string): Promise<void> => {
  await db
    .update(otpChallenges)
    .set({
      state: sql`case when ${canHappen('postpone')} then ${stateAfter('postpone')} else state end`,
      codeHash: null,
    })
    .where(eq(otpChallenges.id, challengeId))
}

/** A posting that goes on with what an earlier one for the same challenge moved: same amount, same words. */
const followUp = (
  kind: ChargePosting,
  earlier: ChargePosting,
  { entryId, challengeId, now }: { entryId: string; challengeId: string; now: number },
): SQL => {
  const { from, to } = movements[kind]
  return sql`
    select ${entryId}::text, e.organization_id, ${kind}::text, ${from}::text, ${to}::text,
      e.amount_micro, e.challenge_id, ${chargeKey(kind, challengeId)}::text, e.description,
      ${iso(now)}::timestamptz
    from ledger_entries e
    join changed on changed.organization_id = e.organization_id and changed.id = e.challenge_id
    where e.kind = ${earlier}`
}

export interface Settlement {
  challengeId: string
  /** For the ledger entry. */
  entryId: string
  /** Removed with it; null when no job asked for it. */
  jobId: string | null
  now: number
}

/**
 * The provider took the message: the hold is paid, the challenge is sent, the job is gone. A challenge
 * that ended meanwhile stays as it is, but was sent and is paid for all the same.
 */
export const settleAccepted = async (
  db: Database,
  settlement: Settlement & { providerMessageId: string },
): Promise<void> => {
  const { challengeId, jobId, now, providerMessageId } = settlement
  await queryRows(
    db,
    sql`with changed as (
      update otp_challenges set
        state = case when ${canHappen('accept')} then ${stateAfter('accept')} else state end,
        sent_at = coalesce(sent_at, ${iso(now)}::timestamptz),
        provider_message_id = ${providerMessageId}
      where id = ${challengeId}
      returning id, organization_id
    ),
    ${bookPosting(followUp('capture', 'hold', settlement))}
    delete from outbox where id = ${jobId}`,
  )
}

/** Nothing was sent: the hold is given back, the challenge has failed, the job is gone. */
export const settleFailed = async (
  db: Database,
  settlement: Settlement & { failure: string },
): Promise<void> => {
  const { challengeId, jobId, failure } = settlement
  await queryRows(
    db,
    sql`with changed as (
      update otp_challenges set
        failure_code = case when ${canHappen('fail')} then ${failure} else failure_code end,
        state = case when ${canHappen('fail')} then ${stateAfter('fail')} else state end
      where id = ${challengeId}
      returning id, organization_id
    ),
    ${bookPosting(followUp('release', 'hold', settlement))}
    delete from outbox where id = ${jobId}`,
  )
}

/**
 * The provider says later that a message it had taken could not be delivered, and does not bill it:
 * the challenge has failed and what was paid comes back. Whether there was such a challenge.
 */
export const failDelivered = async (
  db: Database,
  settlement: Settlement & { failure: string },
): Promise<boolean> => {
  const { challengeId, failure } = settlement
  const rows = await queryRows(
    db,
    sql`with changed as (
      update otp_challenges set state = ${stateAfter('fail')}, failure_code = ${failure}
      where id = ${challengeId} and state in ('sent', 'delivered')
      returning id, organization_id
    ),
    ${bookPosting(followUp('refund', 'capture', settlement))}
    select id from changed`,
  )
  return rows.length > 0
}

/** The provider says that messages have arrived. */
export const markDelivered = async (
  db: Database,
  challengeIds: readonly string[],
  now: number,
): Promise<void> => {
  await db
    .update(otpChallenges)
    .set({ state: stateAfter('deliver'), deliveredAt: new Date(now) })
    .where(and(inArray(otpChallenges.id, [...challengeIds]), eq(otpChallenges.state, 'sent')))
}
