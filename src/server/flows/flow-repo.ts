import { and, desc, eq, ilike, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import type { Database } from '#server/platform/db/database.ts'
import { users } from '#server/platform/db/tables/auth-tables.ts'
import { flows } from '#server/platform/db/tables/flow-tables.ts'
import type { ListCursor } from '#server/platform/list-cursor.ts'

const summary = {
  id: flows.id,
  name: flows.name,
  revision: flows.revision,
  publishedVersion: flows.publishedVersion,
  publishedRevision: flows.publishedRevision,
  pageCount: flows.pageCount,
  componentCount: flows.componentCount,
  updatedAt: flows.updatedAt,
  updatedBy: users.name,
}

const whole = { ...summary, document: flows.document }

/** A flow of an organisation, unless it is in the trash. */
const alive = (organizationId: string, flowId: string) =>
  and(eq(flows.organizationId, organizationId), eq(flows.id, flowId), isNull(flows.deletedAt))

export type FlowState = 'draft' | 'published' | 'changed'

const inState: Record<FlowState, SQL> = {
  draft: sql`${flows.publishedVersion} is null`,
  published: sql`${flows.publishedRevision} = ${flows.revision}`,
  changed: sql`${flows.publishedRevision} <> ${flows.revision}`,
}

export interface FlowFilter {
  search: string | undefined
  state: FlowState | undefined
  after: ListCursor | undefined
  limit: number
}

/** The flows of an organisation, last edited first. */
export const listFlows = (
  db: Database,
  organizationId: string,
  { search, state, after, limit }: FlowFilter,
) =>
  db
    .select(summary)
    .from(flows)
    .innerJoin(users, eq(users.id, flows.updatedBy))
    .where(
      and(
        eq(flows.organizationId, organizationId),
        isNull(flows.deletedAt),
        search ? ilike(flows.name, `%${search.replace(/[\\%_]/g, String.raw`\$&`)}%`) : undefined,
        state && inState[state],
        after &&
          sql`(${flows.updatedAt}, ${flows.id}) < (${after.time.toISOString()}::timestamptz, ${after.id})`,
      ),
    )
    .orderBy(desc(flows.updatedAt), desc(flows.id))
    .limit(limit)

/** A flow with its newest document. */
export const findFlow = async (db: Database, organizationId: string, flowId: string) => {
  const [row] = await db
    .select(whole)
    .from(flows)
    .innerJoin(users, eq(users.id, flows.updatedBy))
    .where(alive(organizationId, flowId))
  return row
}

export type FlowRow = NonNullable<Awaited<ReturnType<typeof findFlow>>>

/**
 * A flow that nobody else changes before the transaction ends. Without a join: a row that changed
 * while we waited for it would be joined with what it was before, and be lost.
 */
export const lockFlow = async (tx: Database, organizationId: string, flowId: string) => {
  const [row] = await tx
    .select({
      id: flows.id,
      revision: flows.revision,
      publishedVersion: flows.publishedVersion,
      publishedRevision: flows.publishedRevision,
      document: flows.document,
    })
    .from(flows)
    .where(alive(organizationId, flowId))
    .for('update')
  return row
}

export type LockedFlow = NonNullable<Awaited<ReturnType<typeof lockFlow>>>

/** Every name that is taken in an organisation, but for that of one flow. */
export const listFlowNames = async (db: Database, organizationId: string, exceptId?: string) => {
  const rows = await db
    .select({ name: flows.name })
    .from(flows)
    .where(
      and(
        eq(flows.organizationId, organizationId),
        isNull(flows.deletedAt),
        exceptId === undefined ? undefined : ne(flows.id, exceptId),
      ),
    )
  return rows.map(({ name }) => name)
}

interface Edit {
  document: FlowDocument
  at: Date
  by: string
}

/** The columns that repeat what the document says, for lists. */
const toColumns = ({ document, at, by }: Edit) => ({
  document,
  name: document.settings.name,
  pageCount: document.pages.length,
  componentCount: document.pages.reduce((sum, page) => sum + page.components.length, 0),
  updatedAt: at,
  updatedBy: by,
})

export const insertFlow = async (
  db: Database,
  { id, organizationId, ...edit }: Edit & { id: string; organizationId: string },
) => {
  await db.insert(flows).values({ id, organizationId, createdAt: edit.at, ...toColumns(edit) })
}

export const updateDocument = async (
  tx: Database,
  { flowId, revision, ...edit }: Edit & { flowId: string; revision: number },
) => {
  await tx
    .update(flows)
    .set({ revision, ...toColumns(edit) })
    .where(eq(flows.id, flowId))
}
