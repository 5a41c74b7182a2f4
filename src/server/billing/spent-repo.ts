import { sql } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

/**
 * What an organisation was charged since two times (ms since the epoch), in millionths, refunds taken
 * off: by the ledger, so by when it was charged.
 */
export const sumSpent = async (
  db: Database,
  organizationId: string,
  since: { month: number; pace: number },
): Promise<{ month: bigint; pace: bigint }> => {
  const charged = sql`case when kind = 'capture' then amount_micro else -amount_micro end`
  const sumSince = (time: number) =>
    sql`coalesce(sum(${charged}) filter (where created_at >= ${iso(time)}::timestamptz), 0)::text`
  const [row] = await queryRows<{ month: string; pace: string }>(
    db,
    sql`
      select ${sumSince(since.month)} as month, ${sumSince(since.pace)} as pace
      from ledger_entries
      where organization_id = ${organizationId} and kind in ('capture', 'refund')
        and created_at >= ${iso(Math.min(since.month, since.pace))}::timestamptz`,
  )
  return { month: BigInt(row?.month ?? 0), pace: BigInt(row?.pace ?? 0) }
}
