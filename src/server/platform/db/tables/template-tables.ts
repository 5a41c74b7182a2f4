import { sql } from 'drizzle-orm'
import { pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { organizations, users } from './auth-tables.ts'
import { id, instant } from './columns.ts'
import { flowDocument } from './flow-tables.ts'

/** What an organisation starts its flows from, beside the templates that everybody has. */
export const flowTemplates = pgTable(
  'flow_templates',
  {
    id: id(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    document: flowDocument('document').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('flow_templates_name').on(table.organizationId, sql`lower(${table.name})`),
  ],
)
