import { sql } from 'drizzle-orm'
import type { UsageNames } from '#contract/billing-contract.ts'
import type { Database } from '#server/platform/db/database.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'

/** What an organisation's codes can be told apart by: its flows, its workers, where they went. */
export const listUsageNames = async (db: Database, organizationId: string): Promise<UsageNames> => {
  const flows = await queryRows<{ id: string; name: string }>(
    db,
    sql`
      select f.id, f.name from flows f
      where f.organization_id = ${organizationId}
        and exists (select from tasks t where t.flow_id = f.id)
      order by f.name, f.id`,
  )
  const workers = await queryRows<{ id: string; name: string }>(
    db,
    sql`
      select u.id, u.name from members m
      join users u on u.id = m.user_id
      where m.organization_id = ${organizationId}
        and exists (
          select from otp_challenges c
          where c.organization_id = ${organizationId} and c.worker_id = u.id
        )
      order by u.name, u.id`,
  )
  const countries = await queryRows<{ country: string }>(
    db,
    sql`
      select distinct country from otp_challenges
      where organization_id = ${organizationId} and country is not null
      order by country`,
  )
  return { flows, workers, countries: countries.map(({ country }) => country) }
}
