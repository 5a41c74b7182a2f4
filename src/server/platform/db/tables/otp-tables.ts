import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { messageStatuses } from '#domain/otp/message-status.ts'
import { challengeStates } from '#domain/otp/otp-challenge.ts'
import { organizations, users } from './auth-tables.ts'
import { creditsMicro, id, instant } from './columns.ts'
import { tasks } from './task-tables.ts'

/** One code that was, or is to be, sent for one OTP step. The code itself is nowhere; its HMAC is. */
export const otpChallenges = pgTable(
  'otp_challenges',
  {
    id: id(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    taskId: text('task_id')
      .notNull()
      .references(() => tasks.id, { onDelete: 'cascade' }),
    componentId: text('component_id').notNull(),
    workerId: text('worker_id')
      .notNull()
      .references(() => users.id),
    channel: text('channel', { enum: ['email', 'sms', 'whatsapp'] }).notNull(),
    recipient: text('recipient').notNull(),
    maskedRecipient: text('masked_recipient').notNull(),
    country: text('country'),
    digits: integer('digits').notNull(),
    language: text('language').notNull().default('en'),
    state: text('state', { enum: challengeStates }).notNull(),
    failureCode: text('failure_code'),
    /** What the provider called the failure, for whoever looks it up there. */
    providerCode: text('provider_code'),
    /** HMAC-SHA-256 of the code, bound to the challenge; null until it is sent. */
    codeHash: text('code_hash'),
    attempts: integer('attempts').notNull().default(0),
    maximumAttempts: integer('maximum_attempts').notNull(),
    costMicro: creditsMicro('cost_micro').notNull(),
    providerMessageId: text('provider_message_id'),
    /** What the provider reported last; null while it has reported nothing. */
    messageStatus: text('message_status', { enum: messageStatuses }),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
    deliveredAt: instant('delivered_at'),
    verifiedAt: instant('verified_at'),
    expiresAt: instant('expires_at').notNull(),
    resendAt: instant('resend_at').notNull(),
    /** The `Idempotency-Key` of the request: sending that again sends no second code. */
    idempotencyKey: text('idempotency_key'),
    /** The how-manieth send of the organisation, and of the worker in it: finds the n-th newest at once. */
    organizationOrdinal: integer('organization_ordinal').notNull().default(0),
    workerOrdinal: integer('worker_ordinal').notNull().default(0),
  },
  (table) => [
    index('otp_challenges_task').on(table.taskId, table.componentId, table.createdAt),
    index('otp_challenges_velocity').on(table.organizationId, table.organizationOrdinal),
    index('otp_challenges_recipient').on(table.organizationId, table.recipient, table.createdAt),
    index('otp_challenges_worker').on(table.organizationId, table.workerId, table.workerOrdinal),
    index('otp_challenges_newest').on(table.organizationId, table.createdAt),
    index('otp_challenges_country').on(table.organizationId, table.country, table.createdAt),
    // Partial, so that it is not mistaken for an index of all that an organisation sent.
    uniqueIndex('otp_challenges_idempotency_key')
      .on(table.organizationId, table.idempotencyKey)
      .where(sql`${table.idempotencyKey} is not null`),
    uniqueIndex('otp_challenges_live')
      .on(table.taskId, table.componentId)
      .where(sql`${table.state} in ('created', 'sending', 'sent', 'delivered')`),
    check('otp_challenges_attempts', sql`${table.attempts} <= ${table.maximumAttempts}`),
  ],
)

/** Work that must follow a committed change; written in the transaction of that change. */
export const outbox = pgTable(
  'outbox',
  {
    id: id(),
    kind: text('kind').notNull(),
    /** What the work is about, for example a challenge. */
    subjectId: text('subject_id').notNull(),
    attempts: integer('attempts').notNull().default(0),
    runAt: instant('run_at').notNull(),
    /** Leased to a worker until then. */
    leasedUntil: instant('leased_until'),
    lastError: text('last_error'),
    /** Given up then; kept for the operator. */
    deadAt: instant('dead_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('outbox_due').on(table.runAt).where(sql`${table.deadAt} is null`)],
)

/** What sandbox senders "delivered": the only place where a code can be read, and no real one is. */
export const sandboxMessages = pgTable(
  'sandbox_messages',
  {
    id: id(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    challengeId: text('challenge_id').notNull(),
    channel: text('channel', { enum: ['email', 'sms', 'whatsapp'] }).notNull(),
    recipient: text('recipient').notNull(),
    sender: text('sender').notNull(),
    subject: text('subject'),
    text: text('text').notNull(),
    code: text('code').notNull(),
    outcome: text('outcome').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('sandbox_messages_newest').on(table.organizationId, table.createdAt),
    uniqueIndex('sandbox_messages_challenge').on(table.challengeId),
  ],
)

/** What becomes of messages in the sandbox, by recipient; '*' for everybody. */
export const sandboxRules = pgTable(
  'sandbox_rules',
  {
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    recipient: text('recipient').notNull(),
    outcome: text('outcome').notNull(),
  },
  (table) => [uniqueIndex('sandbox_rules_recipient').on(table.organizationId, table.recipient)],
)
