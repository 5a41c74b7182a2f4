import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { topUpStatuses } from '#domain/billing/top-up.ts'
import { organizations } from './auth-tables.ts'
import { id, instant } from './columns.ts'

/** Credits that were ordered, and what became of it. Amounts in minor units of the currency. */
export const topUps = pgTable(
  'top_ups',
  {
    id: id(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    credits: integer('credits').notNull(),
    currency: text('currency').notNull(),
    netMinor: bigint('net_minor', { mode: 'number' }).notNull(),
    taxPercent: integer('tax_percent').notNull(),
    taxMinor: bigint('tax_minor', { mode: 'number' }).notNull(),
    totalMinor: bigint('total_minor', { mode: 'number' }).notNull(),
    status: text('status', { enum: topUpStatuses }).notNull(),
    provider: text('provider', { enum: ['stripe', 'sandbox'] }).notNull(),
    /** The provider's name for it; null until the provider has answered. */
    checkoutId: text('checkout_id'),
    checkoutUrl: text('checkout_url'),
    declined: boolean('declined').notNull().default(false),
    /** Kept as text: the invoice says who ordered even when the account is gone. */
    orderedBy: text('ordered_by').notNull(),
    /** Who the invoice is for, as it was named when it was paid. */
    billedTo: text('billed_to').notNull(),
    createdAt: instant('created_at').notNull(),
    paidAt: instant('paid_at'),
    invoiceNumber: text('invoice_number').unique(),
  },
  (table) => [
    index('top_ups_newest').on(table.organizationId, table.createdAt),
    uniqueIndex('top_ups_one_open').on(table.organizationId).where(sql`${table.status} = 'open'`),
    check('top_ups_total', sql`${table.totalMinor} = ${table.netMinor} + ${table.taxMinor}`),
    check('top_ups_paid', sql`(${table.status} = 'paid') = (${table.paidAt} is not null)`),
  ],
)

/** The last invoice number of each year: without gaps, so it is counted and no sequence. */
export const invoiceCounters = pgTable('invoice_counters', {
  year: integer('year').primaryKey(),
  last: integer('last').notNull(),
})
