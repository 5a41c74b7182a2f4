import { sql } from 'drizzle-orm'
import type { Channel } from '#domain/otp/channel.ts'
import type { Database } from '#server/platform/db/database.ts'
import { defineStatement } from '#server/platform/db/define-statement.ts'

/** How the codes of an organisation went by one channel; times in milliseconds since the epoch. */
export interface ChannelHealth {
  channel: Channel
  lastSuccessAt: number | null
  lastFailureAt: number | null
  failureCode: string | null
  providerCode: string | null
}

const epochMs = sql`(extract(epoch from created_at) * 1000)::float8`

const selectHealth = defineStatement<{ organizationId: string; since: string }, ChannelHealth>(
  (value) => {
    const newest = sql`
      from otp_challenges
      where organization_id = ${value('organizationId')} and channel = wanted.channel
        and created_at > ${value('since')}::timestamptz`
    return sql`
      select wanted.channel, success.at as "lastSuccessAt", failure.at as "lastFailureAt",
        failure.failure_code as "failureCode", failure.provider_code as "providerCode"
      from (values ('email'), ('sms'), ('whatsapp')) as wanted (channel)
      left join lateral (
        select ${epochMs} as at ${newest} and sent_at is not null and state <> 'failed'
        order by created_at desc limit 1
      ) as success on true
      left join lateral (
        select ${epochMs} as at, failure_code, provider_code ${newest} and state = 'failed'
        order by created_at desc limit 1
      ) as failure on true`
  },
)

/** How the codes of an organisation went since some time, by channel. */
export const listChannelHealth = (
  db: Database,
  organizationId: string,
  since: Date,
): Promise<ChannelHealth[]> => selectHealth(db, { organizationId, since: since.toISOString() })
