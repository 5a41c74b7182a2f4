import { sql } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'

/** An account whose balance is not what its entries add up to. */
export interface Discrepancy {
  organizationId: string
  account: string
  /** Millionths of a credit, as text. */
  balance: string
  entries: string
}

/** Every account of every organisation whose balance is not the sum of its entries. */
export const listDiscrepanciesAcrossOrgs = (db: Database): Promise<Discrepancy[]> =>
  queryRows<Discrepancy>(
    db,
    sql`
      with movements as (
        select organization_id, to_account as account, amount_micro as micro from ledger_entries
        union all
        select organization_id, from_account, -amount_micro from ledger_entries
      ),
      sums as (
        select organization_id, account, sum(micro) as micro from movements
        where account in ('available', 'reserved')
        group by organization_id, account
      )
      select coalesce(b.organization_id, s.organization_id) as "organizationId",
        coalesce(b.account, s.account) as account,
        coalesce(b.balance_micro, 0)::text as balance, coalesce(s.micro, 0)::text as entries
      from ledger_balances b
      full join sums s on s.organization_id = b.organization_id and s.account = b.account
      where coalesce(b.balance_micro, 0) <> coalesce(s.micro, 0)`,
  )

/** What all accounts add up to, the platform's included: the organisations' balances and the rest. */
export const sumAllAccountsAcrossOrgs = async (db: Database): Promise<bigint> => {
  const [row] = await queryRows<{ sum: string }>(
    db,
    sql`
      select (
        (select coalesce(sum(balance_micro), 0) from ledger_balances)
        + (select coalesce(sum(amount_micro), 0) from ledger_entries
           where to_account not in ('available', 'reserved'))
        - (select coalesce(sum(amount_micro), 0) from ledger_entries
           where from_account not in ('available', 'reserved'))
      )::text as sum`,
  )
  return BigInt(row?.sum ?? 0)
}

/** Challenges whose hold was neither captured nor released, and for which no job is left to do so. */
export const listStaleHoldsAcrossOrgs = async (db: Database): Promise<string[]> => {
  const rows = await queryRows<{ challengeId: string }>(
    db,
    sql`
      select h.challenge_id as "challengeId" from ledger_entries h
      where h.kind = 'hold'
        and not exists (
          select from ledger_entries s
          where s.challenge_id = h.challenge_id and s.kind in ('capture', 'release')
        )
        and not exists (
          select from outbox j where j.subject_id = h.challenge_id and j.dead_at is null
        )`,
  )
  return rows.map(({ challengeId }) => challengeId)
}
