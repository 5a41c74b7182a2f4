import { sql } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { messagePrices } from '#server/platform/db/tables/reconciliation-tables.ts'
import type { MessageBilling } from './message-report.ts'

/** What is billed for the message of a challenge. */
export interface ChallengePrice extends MessageBilling {
  challengeId: string
}

/** Keeps what messages are billed at. What was said to be billed once, is. */
export const upsertPricesAcrossOrgs = async (
  db: Database,
  prices: readonly ChallengePrice[],
  now: number,
): Promise<void> => {
  if (prices.length === 0) return
  await db.execute(sql`
    insert into ${messagePrices} (
      challenge_id, organization_id, is_billed, category, price, currency, reported_at
    )
    select distinct on (c.id) c.id, c.organization_id, said."isBilled", said.category, said.price,
      said.currency, ${new Date(now).toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(prices)}::jsonb) as said(
      "challengeId" text, "isBilled" boolean, category text, price text, currency text
    )
    join otp_challenges c on c.id = said."challengeId"
    order by c.id, said."isBilled" desc
    on conflict (challenge_id) do update set
      is_billed = message_prices.is_billed or excluded.is_billed,
      category = coalesce(excluded.category, message_prices.category),
      price = coalesce(excluded.price, message_prices.price),
      currency = coalesce(excluded.currency, message_prices.currency)`)
}

/** A message that was taken, and of which it is not known yet what it is billed at. */
export interface UnpricedMessage {
  challengeId: string
  messageId: string
  /** The day (UTC) on which it was sent. */
  day: string
}

/** SMS that were sent within a time and have no price yet, oldest first. */
export const listUnpricedAcrossOrgs = (
  db: Database,
  { from, to, limit }: { from: number; to: number; limit: number },
): Promise<UnpricedMessage[]> =>
  queryRows<UnpricedMessage>(
    db,
    sql`
      select c.id as "challengeId", c.provider_message_id as "messageId",
        to_char(c.sent_at at time zone 'UTC', 'YYYY-MM-DD') as day
      from otp_challenges c
      where c.channel = 'sms' and c.provider_message_id is not null
        and c.sent_at >= ${new Date(from).toISOString()}::timestamptz
        and c.sent_at < ${new Date(to).toISOString()}::timestamptz
        and not exists (select from ${messagePrices} p where p.challenge_id = c.id)
      order by c.sent_at
      limit ${limit}`,
  )
