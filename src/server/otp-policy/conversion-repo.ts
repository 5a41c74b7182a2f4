import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { organizations } from '#server/platform/db/tables/auth-tables.ts'
import { conversionAlerts } from '#server/platform/db/tables/otp-policy-tables.ts'

export type AlertRow = typeof conversionAlerts.$inferSelect

/** How many of the codes that went to a place were entered. */
export interface PlaceConversion {
  kind: AlertRow['kind']
  place: string
  country: string | null
  sent: number
  verified: number
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

/** The organisations that sent codes since a time, or have alerts, with what they set. */
export const listSendersAcrossOrgs = (db: Database, since: number) =>
  queryRows<{ organizationId: string; homeCountry: string; otpPolicy: unknown }>(
    db,
    sql`
      select id as "organizationId", home_country as "homeCountry", otp_policy as "otpPolicy"
      from organizations o
      where exists (
          select from otp_challenges
          where organization_id = o.id and created_at >= ${iso(since)}::timestamptz
        )
        or exists (select from conversion_alerts where organization_id = o.id)`,
  )

/**
 * The countries, and the numbers but for their last four digits, to which an organisation sent at least
 * so many codes since a time. Codes that still can be entered say nothing yet, and are left out.
 */
export const listConversions = (
  db: Database,
  organizationId: string,
  { since, now, minimumSends }: { since: number; now: number; minimumSends: number },
): Promise<PlaceConversion[]> =>
  queryRows<PlaceConversion>(
    db,
    sql`
      with decided as (
        select country, left(recipient, -4) as prefix, state = 'verified' as is_verified
        from otp_challenges
        where organization_id = ${organizationId}
          and created_at >= ${iso(since)}::timestamptz
          and channel <> 'email' and sent_at is not null
          and (state = 'verified' or expires_at <= ${iso(now)}::timestamptz)
      )
      select 'country' as kind, country as place, country,
        count(*)::int as sent, (count(*) filter (where is_verified))::int as verified
      from decided where country is not null
      group by country having count(*) >= ${minimumSends}
      union all
      select 'prefix', prefix, min(country),
        count(*)::int, (count(*) filter (where is_verified))::int
      from decided
      group by prefix having count(*) >= ${minimumSends}`,
  )

/** The alerts of an organisation, oldest first. */
export const listAlerts = (db: Database, organizationId: string): Promise<AlertRow[]> =>
  db
    .select()
    .from(conversionAlerts)
    .where(eq(conversionAlerts.organizationId, organizationId))
    .orderBy(asc(conversionAlerts.raisedAt), asc(conversionAlerts.id))

/** Raises an alert. Whether it was this call that did: several processes look. */
export const insertAlert = async (tx: Database, alert: AlertRow): Promise<boolean> => {
  const rows = await tx
    .insert(conversionAlerts)
    .values(alert)
    .onConflictDoNothing()
    .returning({ id: conversionAlerts.id })
  return rows.length > 0
}

/** Notes the newest figures of an alert. */
export const updateAlert = async (
  tx: Database,
  id: string,
  { sent, verified }: Pick<AlertRow, 'sent' | 'verified'>,
): Promise<void> => {
  await tx.update(conversionAlerts).set({ sent, verified }).where(eq(conversionAlerts.id, id))
}

/** Forgets alerts that are over. */
export const deleteAlerts = async (
  tx: Database,
  organizationId: string,
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return
  await tx
    .delete(conversionAlerts)
    .where(
      and(
        eq(conversionAlerts.organizationId, organizationId),
        inArray(conversionAlerts.id, [...ids]),
      ),
    )
}

/** An alert with whom it concerns; nothing when it is over. */
export const findAlertAcrossOrgs = async (db: Database, id: string) => {
  const [row] = await db
    .select({
      alert: conversionAlerts,
      organisationName: organizations.name,
    })
    .from(conversionAlerts)
    .innerJoin(organizations, eq(organizations.id, conversionAlerts.organizationId))
    .where(eq(conversionAlerts.id, id))
  return row
}
