import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { organizations } from './auth-tables.ts'
import { id, instant, json } from './columns.ts'

/** Who did what in an organisation outside its flows, whose operations are their own trail. Append-only. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: id(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
    /** Kept as text: the trail outlives a member. */
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    action: text('action').notNull(),
    /** What it was done to, in words: a sender, a member's name, a country. */
    subject: text('subject').notNull().default(''),
    /** What changed; never a secret, a code or a full recipient. */
    detail: json('detail').notNull().default({}),
  },
  (table) => [index('audit_entries_by_time').on(table.organizationId, table.id.desc())],
)
