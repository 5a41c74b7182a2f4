import { boolean, index, pgTable, text } from 'drizzle-orm/pg-core'
import { id, instant } from './columns.ts'

/** What providers sent us and what has not been looked at yet: kept before it is answered. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: id(),
    provider: text('provider', { enum: ['twilio', 'whatsapp'] }).notNull(),
    query: text('query').notNull(),
    body: text('body').notNull(),
    /** Taken out of the line, because it could not be processed: a job of its own tries again. */
    isSetAside: boolean('is_set_aside').notNull().default(false),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [index('webhooks_line').on(table.isSetAside, table.receivedAt)],
)
