import { eq, sql } from 'drizzle-orm'
import { chargeKey, movements } from '#domain/billing/ledger.ts'
import type { Database } from '#server/platform/db/database.ts'
import { defineStatement } from '#server/platform/db/define-statement.ts'
import { bookPosting } from '#server/platform/db/post-entry.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { ledgerBalances } from '#server/platform/db/tables/billing-tables.ts'

/** Makes an organisation's accounts, empty, where they are missing. */
export const insertAccounts = async (db: Database, organizationId: string): Promise<void> => {
  const accounts = ['available', 'reserved'] as const
  await db
    .insert(ledgerBalances)
    .values(accounts.map((account) => ({ organizationId, account, balanceMicro: 0n })))
    .onConflictDoNothing()
}

interface NewEntry {
  id: string
  organizationId: string
  amountMicro: bigint
  description: string
  now: number
}

/** Adds credit; a second time under one key it changes nothing. Whether it did. */
export const insertTopUp = async (
  db: Database,
  { id, organizationId, amountMicro, description, now, key }: NewEntry & { key: string },
): Promise<boolean> => {
  const { from, to } = movements['top-up']
  const rows = await queryRows(
    db,
    sql`with ${bookPosting(sql`
      select ${id}::text, ${organizationId}::text, 'top-up', ${from}, ${to},
        ${amountMicro}::bigint, null::text, ${`top-up:${key}`}::text, ${description}::text,
        ${new Date(now).toISOString()}::timestamptz`)}
    select account from moved`,
  )
  return rows.length > 0
}

const hold = defineStatement<
  Record<
    'id' | 'organizationId' | 'amountMicro' | 'challengeId' | 'key' | 'description' | 'now',
    string
  >
>((value) => {
  const { from, to } = movements.hold
  return sql`
    with ${bookPosting(sql`
      select ${value('id')}::text, organization_id, 'hold', ${sql.raw(`'${from}', '${to}'`)},
        ${value('amountMicro')}::bigint, ${value('challengeId')}::text, ${value('key')}::text,
        ${value('description')}::text, ${value('now')}::timestamptz
      from ledger_balances
      where organization_id = ${value('organizationId')} and account = ${sql.raw(`'${from}'`)}
        and balance_micro >= ${value('amountMicro')}::bigint
      for update`)}
    select account from moved`
})

/** Sets the price of a send aside, when there is that much credit. Whether there was. */
export const insertHold = async (
  db: Database,
  { amountMicro, now, ...entry }: NewEntry & { challengeId: string },
): Promise<boolean> => {
  const rows = await hold(db, {
    ...entry,
    amountMicro: String(amountMicro),
    key: chargeKey('hold', entry.challengeId),
    now: new Date(now).toISOString(),
  })
  return rows.length > 0
}

const captureHold = defineStatement<
  Record<'id' | 'organizationId' | 'holdKey' | 'key' | 'now', string>
>((value) => {
  const { from, to } = movements.capture
  return sql`
    with ${bookPosting(sql`
      select ${value('id')}::text, organization_id, 'capture', ${sql.raw(`'${from}', '${to}'`)},
        amount_micro, challenge_id, ${value('key')}::text, description,
        ${value('now')}::timestamptz
      from ledger_entries
      where organization_id = ${value('organizationId')}
        and idempotency_key = ${value('holdKey')}`)}
    select account from moved`
})

/** Pays what was set aside for something that is no challenge, as which it would settle itself. */
export const insertCapture = async (
  db: Database,
  {
    id,
    organizationId,
    challengeId,
    now,
  }: { id: string; organizationId: string; challengeId: string; now: number },
): Promise<void> => {
  await captureHold(db, {
    ...{ id, organizationId, now: new Date(now).toISOString() },
    key: chargeKey('capture', challengeId),
    holdKey: chargeKey('hold', challengeId),
  })
}

/** The balances of an organisation's accounts; 0 for one that it does not have. */
export const findBalances = async (
  db: Database,
  organizationId: string,
): Promise<{ available: bigint; reserved: bigint }> => {
  const rows = await db
    .select()
    .from(ledgerBalances)
    .where(eq(ledgerBalances.organizationId, organizationId))
  const balanceOf = (wanted: string) =>
    rows.find(({ account }) => account === wanted)?.balanceMicro ?? 0n
  return { available: balanceOf('available'), reserved: balanceOf('reserved') }
}

const selectHeld = defineStatement<{ organizationId: string; since: string }, { micro: string }>(
  (value) => sql`
    select coalesce(
      sum(case when kind = 'hold' then amount_micro else -amount_micro end), 0
    )::text as micro
    from ledger_entries
    where organization_id = ${value('organizationId')} and created_at >= ${value('since')}
      and kind in ('hold', 'release', 'refund')`,
)

/** What was set aside for codes since a time (ms since the epoch), what came back taken off. */
export const sumHeld = async (
  db: Database,
  organizationId: string,
  since: number,
): Promise<bigint> => {
  const [row] = await selectHeld(db, { organizationId, since: new Date(since).toISOString() })
  return BigInt(row?.micro ?? 0)
}
