import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { brandedNumberStates, brandedNumberSteps } from '#domain/otp/branded-number.ts'
import { senderRoutes } from '#domain/otp/sender-route.ts'
import { organizations, users } from './auth-tables.ts'
import { creditsMicro, id, instant } from './columns.ts'

const organizationId = () =>
  text('organization_id').references(() => organizations.id, { onDelete: 'cascade' })

/** What an organisation says about its senders; no row: the defaults. */
export const senderSettings = pgTable('sender_settings', {
  organizationId: organizationId().primaryKey(),
  /** Whether all codes go to the sandbox inbox; null: only those for which there is no sender. */
  sandbox: boolean('sandbox'),
  /** Before that, other senders were in use. */
  sandboxChangedAt: instant('sandbox_changed_at'),
  /** Whether the official WhatsApp number stands in where the branded one can not send. */
  fallsBack: boolean('falls_back').notNull().default(false),
})

/** An organisation's WhatsApp number of its own. The secrets are encrypted: see secret-box.ts. */
export const brandedNumbers = pgTable('branded_numbers', {
  organizationId: organizationId().primaryKey(),
  state: text('state', { enum: brandedNumberStates }).notNull(),
  displayName: text('display_name').notNull(),
  /** E.164. */
  phoneNumber: text('phone_number').notNull(),
  reason: text('reason').notNull(),
  requestedAt: instant('requested_at').notNull(),
  phoneNumberId: text('phone_number_id'),
  businessAccountId: text('business_account_id'),
  accessToken: text('access_token'),
  accessTokenEnding: text('access_token_ending'),
  accessTokenSetAt: instant('access_token_set_at'),
  /** Of the number's own Meta app; null where it belongs to the platform's. */
  appSecret: text('app_secret'),
  appSecretEnding: text('app_secret_ending'),
  appSecretSetAt: instant('app_secret_set_at'),
  /** Why the official number had to stand in last. */
  lastFailure: text('last_failure'),
  lastFailureCode: text('last_failure_code'),
  lastFailureAt: instant('last_failure_at'),
})

/** What was done about a branded number, by whom; append-only. */
export const brandedNumberEvents = pgTable(
  'branded_number_events',
  {
    id: id(),
    organizationId: organizationId().notNull(),
    step: text('step', { enum: brandedNumberSteps }).notNull(),
    at: instant('at').notNull(),
    /** Kept as text: the history outlives a member. */
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    /** Why; empty where nothing was said. */
    note: text('note').notNull(),
  },
  (table) => [index('branded_number_events_by_time').on(table.organizationId, table.id)],
)

/** Messages that admins sent to themselves to try a sender. */
export const senderTests = pgTable(
  'sender_tests',
  {
    id: id(),
    organizationId: organizationId().notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    channel: text('channel', { enum: ['email', 'sms', 'whatsapp'] }).notNull(),
    route: text('route', { enum: senderRoutes }).notNull(),
    maskedRecipient: text('masked_recipient').notNull(),
    costMicro: creditsMicro('cost_micro').notNull(),
    createdAt: instant('created_at').notNull(),
    /** null while it is on its way. */
    outcome: text('outcome', { enum: ['accepted', 'refused', 'unknown'] }),
    failureCode: text('failure_code'),
    providerCode: text('provider_code'),
    /** The `Idempotency-Key` of the request: sending that again sends no second message. */
    idempotencyKey: text('idempotency_key'),
  },
  (table) => [
    index('sender_tests_newest').on(table.organizationId, table.createdAt),
    uniqueIndex('sender_tests_idempotency_key')
      .on(table.organizationId, table.idempotencyKey)
      .where(sql`${table.idempotencyKey} is not null`),
  ],
)
