import { sql } from 'drizzle-orm'
import type { PhoneChannel } from '#domain/billing/rate-filter.ts'
import type { Database } from '#server/platform/db/database.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'

/** How many codes went to a country by a channel. */
export interface Traffic {
  channel: PhoneChannel
  country: string
  sends: number
}

/** Where an organisation's codes went since a time (ms since the epoch); Email goes to no country. */
export const listTraffic = (
  db: Database,
  organizationId: string,
  since: number,
): Promise<Traffic[]> =>
  queryRows<Traffic>(
    db,
    sql`
      select channel, country, count(*)::int as sends from otp_challenges
      where organization_id = ${organizationId}
        and created_at >= ${new Date(since).toISOString()}::timestamptz
        and sent_at is not null and country is not null
      group by channel, country`,
  )

/** Where the codes of all organisations went since a time. */
export const listTrafficAcrossOrgs = (
  db: Database,
  since: number,
): Promise<(Traffic & { organizationId: string; organisationName: string })[]> =>
  queryRows(
    db,
    sql`
      select c.organization_id as "organizationId", o.name as "organisationName", c.channel,
        c.country, count(*)::int as sends
      from otp_challenges c
      join organizations o on o.id = c.organization_id
      where c.created_at >= ${new Date(since).toISOString()}::timestamptz
        and c.sent_at is not null and c.country is not null
      group by c.organization_id, o.name, c.channel, c.country`,
  )
