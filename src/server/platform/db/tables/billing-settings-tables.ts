import { sql } from 'drizzle-orm'
import { check, pgTable, text } from 'drizzle-orm/pg-core'
import { organizations } from './auth-tables.ts'
import { creditsMicro } from './columns.ts'

/** What an organisation set about its credit, and what its people have been told; no row: the defaults. */
export const billingSettings = pgTable(
  'billing_settings',
  {
    organizationId: text('organization_id')
      .primaryKey()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    /** ISO 4217; null: the home country's. */
    currency: text('currency'),
    /** Available Credits below this are low. */
    lowBalanceMicro: creditsMicro('low_balance_micro').notNull(),
    /** How much credit there was when it was last looked: a change for the worse is mailed, once. */
    toldLevel: text('told_level', { enum: ['enough', 'low', 'empty'] }).notNull(),
  },
  (table) => [check('billing_settings_low_balance', sql`${table.lowBalanceMicro} >= 0`)],
)
