import { inArray, sql } from 'drizzle-orm'
import { type MessageStatus, statusesBefore } from '#domain/otp/message-status.ts'
import type { Database } from '#server/platform/db/database.ts'
import { defineStatement } from '#server/platform/db/define-statement.ts'
import { otpChallenges } from '#server/platform/db/tables/otp-tables.ts'
import { becomes, canHappen } from './challenge-repo.ts'

/** The challenges that reports name, as far as there are such, with the message that each became. */
export const listReportedAcrossOrgs = (db: Database, ids: readonly string[]) =>
  db
    .select({ id: otpChallenges.id, providerMessageId: otpChallenges.providerMessageId })
    .from(otpChallenges)
    .where(inArray(otpChallenges.id, [...new Set(ids)]))

type Advance = Exclude<MessageStatus, 'accepted' | 'failed'>

const list = (statuses: readonly MessageStatus[]) =>
  sql.raw(statuses.map((status) => `'${status}'`).join(', '))

const defineAdvance = (status: Advance) => {
  const hasArrived = status !== 'sent'
  return defineStatement<{ ids: string; now: string }>(
    (value) => sql`
      update otp_challenges set message_status = ${list([status])}
        ${
          hasArrived
            ? sql`, delivered_at = coalesce(delivered_at, ${value('now')}::timestamptz),
                state = case when ${canHappen('deliver')} then ${becomes('deliver')} else state end`
            : sql`, sent_at = coalesce(sent_at, ${value('now')}::timestamptz)`
        }
      where id in (select jsonb_array_elements_text(${value('ids')}::jsonb))
        and (message_status is null or message_status in (${list(statusesBefore(status))}))`,
  )
}

const advances = {
  sent: defineAdvance('sent'),
  delivered: defineAdvance('delivered'),
  read: defineAdvance('read'),
} satisfies Record<Advance, unknown>

/** Notes a status of messages that had not got as far. */
export const advanceMessages = async (
  db: Database,
  status: Advance,
  challengeIds: readonly string[],
  now: number,
): Promise<void> => {
  if (challengeIds.length === 0) return
  await advances[status](db, {
    ids: JSON.stringify(challengeIds),
    now: new Date(now).toISOString(),
  })
}
