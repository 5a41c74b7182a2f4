import { type SQL, sql } from 'drizzle-orm'

/**
 * Common table expressions that book the rows of `posting`: the entries, once per idempotency key, and
 * the balances of the organisation's accounts. `posting` has the columns of `ledger_entries`, in order.
 * Balances are locked in one order everywhere, so that no two postings wait for each other.
 */
export const bookPosting = (posting: SQL): SQL => sql`
  posting as (${posting}),
  entry as (
    insert into ledger_entries (
      id, organization_id, kind, from_account, to_account, amount_micro, challenge_id,
      idempotency_key, description, created_at
    )
    select * from posting
    on conflict (organization_id, idempotency_key) do nothing
    returning *
  ),
  touched as (
    select b.organization_id, b.account
    from ledger_balances b
    join entry on entry.organization_id = b.organization_id
      and b.account in (entry.from_account, entry.to_account)
    order by b.organization_id, b.account
    for update of b
  ),
  moved as (
    update ledger_balances b
    set balance_micro = b.balance_micro
      + case when b.account = entry.to_account then entry.amount_micro else -entry.amount_micro end
    from entry, touched
    where b.organization_id = touched.organization_id and b.account = touched.account
      and entry.organization_id = touched.organization_id
    returning b.account
  )`
