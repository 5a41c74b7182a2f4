import { type SQL, sql } from 'drizzle-orm'

/**
 * Common table expressions that book the row of `posting`: the entry, once per idempotency key, and
 * the balances of the organisation's accounts. `posting` has the columns of `ledger_entries`, in order.
 *
 * A posting that moves credit between two accounts of the organisation locks `available` before:
 * in one order everywhere, so that no two postings wait for each other.
 */
export const bookPosting = (posting: SQL): SQL => sql`
  entry as (
    insert into ledger_entries (
      id, organization_id, kind, from_account, to_account, amount_micro, challenge_id,
      idempotency_key, description, created_at
    )
    (${posting})
    on conflict (organization_id, idempotency_key) do nothing
    returning organization_id, from_account, to_account, amount_micro
  ),
  moved as (
    update ledger_balances b
    set balance_micro = b.balance_micro
      + case when b.account = entry.to_account then entry.amount_micro else -entry.amount_micro end
    from entry
    where b.organization_id = entry.organization_id
      and b.account in (entry.from_account, entry.to_account)
    returning b.account
  )`
