import { type SQL, sql } from 'drizzle-orm'

/** In hand-written SQL: what an organisation says about its senders, as JSON (`SenderSettings`). */
export const senderSettingsColumn = (organizationId: SQL): SQL => sql`
  (
    select jsonb_build_object(
      'sandbox', s.sandbox,
      'fallsBack', coalesce(s.falls_back, false),
      'brandedState', b.state
    )
    from (select) as one
    left join sender_settings s on s.organization_id = ${organizationId}
    left join branded_numbers b on b.organization_id = ${organizationId}
  )`
