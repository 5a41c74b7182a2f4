import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { flowTemplates } from '#server/platform/db/tables/template-tables.ts'

const { id, name, description, document } = flowTemplates
const listed = { id, name, description, document }

const ownOf = (organizationId: string, templateId: string) =>
  and(eq(flowTemplates.organizationId, organizationId), eq(flowTemplates.id, templateId))

/** The templates of an organisation by name. */
export const listTemplates = (db: Database, organizationId: string) =>
  db
    .select(listed)
    .from(flowTemplates)
    .where(eq(flowTemplates.organizationId, organizationId))
    .orderBy(asc(sql`lower(${flowTemplates.name})`))

/** One template of an organisation. */
export const findTemplate = async (db: Database, organizationId: string, templateId: string) => {
  const [row] = await db.select(listed).from(flowTemplates).where(ownOf(organizationId, templateId))
  return row
}

export const insertTemplate = async (db: Database, row: typeof flowTemplates.$inferInsert) => {
  await db.insert(flowTemplates).values(row)
}

/** Changes a template's name or description; says whether there is one. */
export const updateTemplate = async (
  db: Database,
  organizationId: string,
  templateId: string,
  changes: { name?: string; description?: string },
): Promise<boolean> => {
  const rows = await db
    .update(flowTemplates)
    .set(changes)
    .where(ownOf(organizationId, templateId))
    .returning({ id: flowTemplates.id })
  return rows.length > 0
}

/** Deletes a template; says whether there was one. */
export const deleteTemplateRow = async (
  db: Database,
  organizationId: string,
  templateId: string,
): Promise<boolean> => {
  const rows = await db
    .delete(flowTemplates)
    .where(ownOf(organizationId, templateId))
    .returning({ id: flowTemplates.id })
  return rows.length > 0
}
