import { sql } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'

interface Filling {
  organizationId: string
  /** Codes that were sent and paid for: each has two entries. */
  codes: number
  tasks: number
  /** They are spread evenly over so many days, up to now. */
  days: number
  /** Milliseconds since the epoch. */
  now: number
}

/** Fills an organisation's ledger with codes of its flows, as if they had been sent; the books balance. */
export const fillLedger = async (db: Database, filling: Filling): Promise<void> => {
  const { organizationId, codes, tasks, days, now } = filling
  const end = new Date(now).toISOString()
  await db.execute(sql`
    insert into tasks (id, organization_id, flow_id, flow_version, status, created_by, created_at)
    select 'bench-' || n, ${organizationId}, f.id, 1, 'ongoing', 'demo-planner', ${end}::timestamptz
    from generate_series(0, ${tasks - 1}) n
    join (
      select id, row_number() over (order by id) - 1 as place, count(*) over () as total
      from flows where organization_id = ${organizationId} and published_version is not null
    ) f on f.place = n % f.total`)
  await db.execute(sql`
    insert into otp_challenges (
      id, organization_id, task_id, component_id, worker_id, channel, recipient, masked_recipient,
      country, digits, state, maximum_attempts, cost_micro, provider_message_id, created_at, sent_at,
      delivered_at, verified_at, expires_at, resend_at
    )
    select 'bench-' || n, ${organizationId}, 'bench-' || n % ${tasks}, 'verification',
      case when n % 3 = 0 then 'demo-admin' else 'demo-worker' end,
      case when n % 5 = 0 then 'sms' else 'whatsapp' end,
      '+62812' || n, '+62 812-•••-•' || n % 1000,
      case when n % 1000 = 7 then 'US' when n % 10 = 1 then 'SG' when n % 20 = 2 then 'MY' else 'ID' end,
      6, case when n % 7 = 0 then 'expired' else 'verified' end, 5,
      case when n % 5 = 0 then 11968000 else 2000000 end, 'sandbox-' || n, at, at,
      case when n % 11 = 0 and n % 7 = 0 then null else at + interval '2 seconds' end,
      case when n % 7 = 0 then null else at + interval '20 seconds' end,
      at + interval '5 minutes', at + interval '30 seconds'
    from (
      select n, ${end}::timestamptz - (n::float8 / ${codes}) * ${days} * interval '1 day' as at
      from generate_series(1, ${codes}) n
    ) sent`)
  for (const [kind, from, to] of [
    ['hold', 'available', 'reserved'],
    ['capture', 'reserved', 'revenue'],
  ]) {
    await db.execute(sql`
      insert into ledger_entries
      select id || ${`-${kind}`}, organization_id, ${kind}, ${from}, ${to}, cost_micro, id,
        ${`${kind}:`} || id, 'WhatsApp code to ' || masked_recipient, created_at
      from otp_challenges where id like 'bench-%'`)
  }
  await db.execute(sql`
    insert into ledger_entries
    select 'bench-top-up', ${organizationId}, 'top-up', 'top_ups', 'available', sum(cost_micro) + 1,
      null, 'bench-top-up', 'Bench', ${end}::timestamptz - ${days + 1} * interval '1 day'
    from otp_challenges where id like 'bench-%'`)
  await db.execute(sql`
    update ledger_balances set balance_micro = balance_micro + 1
    where organization_id = ${organizationId} and account = 'available'`)
  await db.execute(sql`analyze`)
}
