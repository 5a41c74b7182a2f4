import { type SQL, sql } from 'drizzle-orm'
import type { UsageGroup } from '#contract/usage-contract.ts'
import type { Channel } from '#domain/otp/channel.ts'
import type { Database } from '#server/platform/db/database.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'

/** Which codes are counted, and told apart by what; times in ISO 8601. */
export interface UsageFilter {
  from: string
  to: string
  groupBy: UsageGroup
  timeZone: string
  channel?: Channel | undefined
  country?: string | undefined
  flowId?: string | undefined
  workerId?: string | undefined
}

export interface UsageRow {
  /** Empty for a country of which there is none: Email's. */
  key: string
  /** Of a flow or a worker. */
  name: string | null
  sends: number
  delivered: number
  verified: number
  /** Millionths of a credit, as text. */
  micro: string
}

const local = (timeZone: string) => sql`c.created_at at time zone ${timeZone}::text`

const keyOf = ({ groupBy, timeZone }: UsageFilter): SQL => {
  const keys: Record<UsageGroup, SQL> = {
    day: sql`date_trunc('day', ${local(timeZone)})`,
    month: sql`date_trunc('month', ${local(timeZone)})`,
    channel: sql`c.channel`,
    country: sql`coalesce(c.country, '')`,
    flow: sql`t.flow_id`,
    worker: sql`c.worker_id`,
  }
  return keys[groupBy]
}

const asText: Record<UsageGroup, SQL> = {
  day: sql`to_char(counted.key, 'YYYY-MM-DD')`,
  month: sql`to_char(counted.key, 'YYYY-MM')`,
  channel: sql`counted.key`,
  country: sql`counted.key`,
  flow: sql`counted.key`,
  worker: sql`counted.key`,
}

const nameOf = (groupBy: UsageGroup): SQL => {
  if (groupBy === 'flow') return sql`(select name from flows where id = counted.key)`
  if (groupBy === 'worker') return sql`(select name from users where id = counted.key)`
  return sql`null::text`
}

/**
 * Counts codes that were handed over, by when they were asked for: each was charged, and costs nothing
 * where that was given back. One that was entered has arrived, told or not.
 */
export const countUsage = (
  db: Database,
  organizationId: string,
  filter: UsageFilter,
): Promise<UsageRow[]> => {
  const { from, to, groupBy, channel, country, flowId, workerId } = filter
  const needsTask = groupBy === 'flow' || flowId !== undefined
  return queryRows<UsageRow>(
    db,
    sql`
      with counted as (
        select ${keyOf(filter)} as key,
          count(*)::int as sends,
          count(*) filter (where c.delivered_at is not null or c.verified_at is not null)::int
            as delivered,
          count(*) filter (where c.verified_at is not null)::int as verified,
          coalesce(sum(c.cost_micro) filter (where r.challenge_id is null), 0)::text as micro
        from otp_challenges c
        left join ledger_entries r on r.organization_id = c.organization_id
          and r.challenge_id = c.id and r.kind = 'refund'
        ${needsTask ? sql`join tasks t on t.id = c.task_id` : sql``}
        where c.organization_id = ${organizationId} and c.sent_at is not null
          and c.created_at >= ${from}::timestamptz and c.created_at < ${to}::timestamptz
          ${channel === undefined ? sql`` : sql`and c.channel = ${channel}`}
          ${country === undefined ? sql`` : sql`and c.country = ${country}`}
          ${flowId === undefined ? sql`` : sql`and t.flow_id = ${flowId}`}
          ${workerId === undefined ? sql`` : sql`and c.worker_id = ${workerId}`}
        group by 1
      )
      select ${asText[groupBy]} as key, ${nameOf(groupBy)} as name, sends, delivered, verified, micro
      from counted order by key`,
  )
}
