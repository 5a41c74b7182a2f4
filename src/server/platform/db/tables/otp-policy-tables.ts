import { integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { organizations } from './auth-tables.ts'
import { id, instant } from './columns.ts'

/** Places at which few of the codes that are sent there are entered: from when on, until it is better. */
export const conversionAlerts = pgTable(
  'conversion_alerts',
  {
    id: id(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['country', 'prefix'] }).notNull(),
    /** A country, or a number without its last four digits. */
    place: text('place').notNull(),
    country: text('country'),
    sent: integer('sent').notNull(),
    verified: integer('verified').notNull(),
    raisedAt: instant('raised_at').notNull(),
  },
  (table) => [
    uniqueIndex('conversion_alerts_place').on(table.organizationId, table.kind, table.place),
  ],
)
