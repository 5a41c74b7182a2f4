import { sql } from 'drizzle-orm'
import { chargeKey, movements } from '#domain/billing/ledger.ts'
import type { Database } from '#server/platform/db/database.ts'
import { defineStatement } from '#server/platform/db/define-statement.ts'
import { bookPosting } from '#server/platform/db/post-entry.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'

/** Messages of which the provider says one thing and our ledger another, or both the same. */
export interface PriceComparison {
  /** `agreeing` are counted only, so they name no challenge. */
  outcome: 'agreeing' | 'not-billed' | 'not-charged'
  count: number
  challenges: { organizationId: string; challengeId: string }[]
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

/** Compares what was said to be billed within a time with what was charged, by outcome. */
export const comparePricesAcrossOrgs = (
  db: Database,
  { from, to }: { from: number; to: number },
): Promise<PriceComparison[]> =>
  queryRows<PriceComparison>(
    db,
    sql`
      with compared as (
        select p.challenge_id, p.organization_id, p.is_billed,
          exists (
            select from ledger_entries e
            where e.challenge_id = p.challenge_id and e.kind = 'capture'
          ) and not exists (
            select from ledger_entries e
            where e.challenge_id = p.challenge_id and e.kind = 'refund'
          ) as is_charged
        from message_prices p
        where p.reported_at >= ${iso(from)}::timestamptz and p.reported_at <= ${iso(to)}::timestamptz
      )
      select case
          when is_billed = is_charged then 'agreeing'
          when is_charged then 'not-billed'
          else 'not-charged'
        end as outcome,
        count(*)::int as count,
        coalesce(
          jsonb_agg(
            jsonb_build_object('organizationId', organization_id, 'challengeId', challenge_id)
            order by challenge_id
          ) filter (where is_billed <> is_charged),
          '[]'
        ) as challenges
      from compared
      group by 1`,
  )

const refund = defineStatement<
  Record<'challengeId' | 'organizationId' | 'entryId' | 'now' | 'key', string>,
  { micro: string }
>((value) => {
  const { from, to } = movements.refund
  return sql`
    with ${bookPosting(sql`
      select ${value('entryId')}::text, e.organization_id, 'refund', ${sql.raw(`'${from}', '${to}'`)},
        e.amount_micro, e.challenge_id, ${value('key')}::text, e.description,
        ${value('now')}::timestamptz
      from ledger_entries e
      where e.organization_id = ${value('organizationId')} and e.kind = 'capture'
        and e.challenge_id = ${value('challengeId')}`)}
    select amount_micro::text as micro from entry`
})

/** Gives back what was charged for a message, once. What that was, in millionths; 0 where it was given back. */
export const refundUnbilled = async (
  db: Database,
  {
    now,
    ...values
  }: Record<'challengeId' | 'organizationId' | 'entryId', string> & { now: number },
): Promise<bigint> => {
  const key = chargeKey('refund', values.challengeId)
  const [row] = await refund(db, { ...values, key, now: iso(now) })
  return BigInt(row?.micro ?? 0)
}
