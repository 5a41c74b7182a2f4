import { and, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Actor } from '#server/platform/actor.ts'
import type { Database } from '#server/platform/db/database.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { users } from '#server/platform/db/tables/auth-tables.ts'
import { flowOperations, flows, flowVersions } from '#server/platform/db/tables/flow-tables.ts'
import type { ListCursor } from '#server/platform/list-cursor.ts'

const inTrash = (organizationId: string) =>
  and(eq(flows.organizationId, organizationId), isNotNull(flows.deletedAt), isNull(flows.purgedAt))

/** Puts a flow into the trash; says whether there was one. */
export const trashFlow = async (
  db: Database,
  { organizationId, userId }: Pick<Actor, 'organizationId' | 'userId'>,
  flowId: string,
  at: Date,
): Promise<boolean> => {
  const rows = await db
    .update(flows)
    .set({ deletedAt: at, deletedBy: userId })
    .where(
      and(eq(flows.organizationId, organizationId), eq(flows.id, flowId), isNull(flows.deletedAt)),
    )
    .returning({ id: flows.id })
  return rows.length > 0
}

/** What is in the trash of an organisation, deleted last first. */
export const listTrash = (
  db: Database,
  organizationId: string,
  { after, limit }: { after: ListCursor | undefined; limit: number },
) =>
  db
    .select({
      id: flows.id,
      name: flows.name,
      pageCount: flows.pageCount,
      componentCount: flows.componentCount,
      deletedAt: sql<Date>`${flows.deletedAt}`.mapWith(flows.deletedAt),
      // Flows deleted before it was noted by whom: whoever edited them last.
      deletedBy: users.name,
    })
    .from(flows)
    .innerJoin(users, sql`${users.id} = coalesce(${flows.deletedBy}, ${flows.updatedBy})`)
    .where(
      and(
        inTrash(organizationId),
        after &&
          sql`(${flows.deletedAt}, ${flows.id}) < (${after.time.toISOString()}::timestamptz, ${after.id})`,
      ),
    )
    .orderBy(desc(flows.deletedAt), desc(flows.id))
    .limit(limit)

/** A flow in the trash that nobody else changes before the transaction ends. */
export const lockTrashedFlow = async (tx: Database, organizationId: string, flowId: string) => {
  const [row] = await tx
    .select({ id: flows.id, name: flows.name })
    .from(flows)
    .where(and(inTrash(organizationId), eq(flows.id, flowId)))
    .for('update')
  return row
}

/** Takes a flow out of the trash, under a name that is free. */
export const untrashFlow = async (tx: Database, flowId: string, name: string): Promise<void> => {
  await tx.update(flows).set({ deletedAt: null, deletedBy: null, name }).where(eq(flows.id, flowId))
}

/** The flows that were put into the trash before a time, of all organisations. */
export const listExpiredAcrossOrgs = async (db: Database, before: Date): Promise<string[]> => {
  const rows = await db
    .select({ id: flows.id })
    .from(flows)
    .where(and(isNull(flows.purgedAt), lt(flows.deletedAt, before)))
    .limit(100)
  return rows.map(({ id }) => id)
}

/** The versions of a flow that tasks were made from. */
const listUsedVersions = async (tx: Database, flowId: string): Promise<number[]> => {
  const rows = await queryRows<{ version: number }>(
    tx,
    sql`select distinct flow_version as version from tasks where flow_id = ${flowId}`,
  )
  return rows.map(({ version }) => version)
}

/**
 * Deletes a flow for good. The versions that tasks were made from stay, and so does the row that they
 * belong to; its draft, its log and all other versions go. To be called in a transaction.
 */
export const purgeFlowAcrossOrgs = async (tx: Database, flowId: string, at: Date) => {
  const used = await listUsedVersions(tx, flowId)
  if (used.length === 0) {
    await tx.delete(flows).where(eq(flows.id, flowId))
    return
  }
  await tx.delete(flowOperations).where(eq(flowOperations.flowId, flowId))
  const kept = sql.join(
    used.map((version) => sql`${version}`),
    sql`, `,
  )
  await tx
    .delete(flowVersions)
    .where(and(eq(flowVersions.flowId, flowId), sql`${flowVersions.version} not in (${kept})`))
  const newest = Math.max(...used)
  await tx
    .update(flows)
    .set({
      purgedAt: at,
      documentRevision: null,
      document: sql`(select document from flow_versions where flow_id = ${flowId} and version = ${newest})`,
    })
    .where(eq(flows.id, flowId))
}
