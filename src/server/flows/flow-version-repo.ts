import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { users } from '#server/platform/db/tables/auth-tables.ts'
import { flows, flowVersions } from '#server/platform/db/tables/flow-tables.ts'

const listed = {
  version: flowVersions.version,
  revision: flowVersions.revision,
  name: flowVersions.name,
  note: flowVersions.note,
  publishedAt: flowVersions.publishedAt,
  publishedBy: users.name,
}

const versionsOf = (organizationId: string, flowId: string) =>
  and(eq(flows.organizationId, organizationId), eq(flows.id, flowId), isNull(flows.deletedAt))

/** What was published of a flow, newest first. */
export const listVersions = (db: Database, organizationId: string, flowId: string) =>
  db
    .select(listed)
    .from(flowVersions)
    .innerJoin(flows, eq(flows.id, flowVersions.flowId))
    .innerJoin(users, eq(users.id, flowVersions.publishedBy))
    .where(versionsOf(organizationId, flowId))
    .orderBy(desc(flowVersions.version))

/** One published version with its document. */
export const findVersion = async (
  db: Database,
  organizationId: string,
  flowId: string,
  version: number,
) => {
  const [row] = await db
    .select({ ...listed, document: flowVersions.document })
    .from(flowVersions)
    .innerJoin(flows, eq(flows.id, flowVersions.flowId))
    .innerJoin(users, eq(users.id, flowVersions.publishedBy))
    .where(and(versionsOf(organizationId, flowId), eq(flowVersions.version, version)))
  return row
}

/** Freezes a document as a version and makes it the published one. */
export const insertVersion = async (tx: Database, row: typeof flowVersions.$inferInsert) => {
  await tx.insert(flowVersions).values(row)
  await tx
    .update(flows)
    .set({ publishedVersion: row.version, publishedRevision: row.revision })
    .where(eq(flows.id, row.flowId))
}
