import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { organizations } from './auth-tables.ts'
import { creditsMicro, id, instant } from './columns.ts'

/** Prices; append-only: the newest that is not in the future holds. Country '*' is the flat rate. */
export const rates = pgTable(
  'rates',
  {
    channel: text('channel', { enum: ['email', 'sms', 'whatsapp'] }).notNull(),
    country: text('country').notNull(),
    creditsMicro: creditsMicro('credits_micro').notNull(),
    effectiveFrom: instant('effective_from').notNull(),
    source: text('source').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.channel, table.country, table.effectiveFrom] }),
    check('rates_positive', sql`${table.creditsMicro} > 0`),
  ],
)

/** An organisation's own accounts, with their balances. */
export const ledgerBalances = pgTable(
  'ledger_balances',
  {
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    account: text('account', { enum: ['available', 'reserved'] }).notNull(),
    balanceMicro: creditsMicro('balance_micro').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.account] }),
    check('ledger_balances_not_negative', sql`${table.balanceMicro} >= 0`),
  ],
)

/**
 * Double entry: each row takes an amount from one account and gives it to another. Append-only.
 * `available` and `reserved` are the organisation's; the other accounts are the platform's.
 */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    id: id(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    kind: text('kind', {
      enum: ['hold', 'capture', 'release', 'refund', 'top-up', 'adjustment'],
    }).notNull(),
    fromAccount: text('from_account', {
      enum: ['available', 'reserved', 'revenue', 'top_ups', 'adjustments'],
    }).notNull(),
    toAccount: text('to_account', {
      enum: ['available', 'reserved', 'revenue', 'top_ups', 'adjustments'],
    }).notNull(),
    amountMicro: creditsMicro('amount_micro').notNull(),
    challengeId: text('challenge_id'),
    /** Makes a replay return the first result. */
    idempotencyKey: text('idempotency_key').notNull(),
    description: text('description').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('ledger_entries_idempotency_key').on(table.organizationId, table.idempotencyKey),
    index('ledger_entries_newest').on(table.organizationId, table.createdAt, table.id),
    index('ledger_entries_challenge').on(table.challengeId),
    // Few, and asked for with every sum of what was charged.
    index('ledger_entries_refunds')
      .on(table.organizationId, table.challengeId)
      .where(sql`${table.kind} = 'refund'`),
    check('ledger_entries_positive', sql`${table.amountMicro} > 0`),
    check('ledger_entries_two_accounts', sql`${table.fromAccount} <> ${table.toAccount}`),
  ],
)
