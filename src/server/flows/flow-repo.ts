import { and, desc, eq, ilike, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import {
  type FlowState as FlowContent,
  toFlowDocument,
  toFlowState,
} from '#domain/flow/flow-state.ts'
import type { Database } from '#server/platform/db/database.ts'
import { users } from '#server/platform/db/tables/auth-tables.ts'
import { flows } from '#server/platform/db/tables/flow-tables.ts'
import type { ListCursor } from '#server/platform/list-cursor.ts'
import { listOperationsSince } from './flow-operation-repo.ts'
import { replayOperations } from './replay-operations.ts'

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

const whole = { ...summary, document: flows.document, documentRevision: flows.documentRevision }

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

interface Stored {
  id: string
  revision: number
  document: FlowDocument
  documentRevision: number | null
}

/** Brings a document that lags behind up to the revision of its row. */
const toNewest = async <Row extends Stored>(
  db: Database,
  { documentRevision, ...row }: Row,
): Promise<Omit<Row, 'documentRevision'>> => {
  if (documentRevision === null) return row
  const since = await listOperationsSince(db, row.id, documentRevision)
  const missing = since.filter(({ revision }) => revision <= row.revision)
  const document = toFlowDocument(replayOperations(toFlowState(row.document), missing))
  return { ...row, document }
}

/** A flow with its newest document. */
export const findFlow = async (db: Database, organizationId: string, flowId: string) => {
  const [row] = await db
    .select(whole)
    .from(flows)
    .innerJoin(users, eq(users.id, flows.updatedBy))
    .where(alive(organizationId, flowId))
  return row && toNewest(db, row)
}

export type FlowRow = NonNullable<Awaited<ReturnType<typeof findFlow>>>

const head = {
  id: flows.id,
  revision: flows.revision,
  documentRevision: flows.documentRevision,
}

/**
 * A flow that nobody else changes before the transaction ends, without its document. Without a join,
 * too: a row that changed while we waited for it would be joined with what it was before, and be lost.
 */
export const lockFlowHead = async (tx: Database, organizationId: string, flowId: string) => {
  const [row] = await tx.select(head).from(flows).where(alive(organizationId, flowId)).for('update')
  return row
}

export type FlowHead = NonNullable<Awaited<ReturnType<typeof lockFlowHead>>>

/** The same with its newest document. */
export const lockFlow = async (tx: Database, organizationId: string, flowId: string) => {
  const [row] = await tx
    .select({
      ...head,
      publishedVersion: flows.publishedVersion,
      publishedRevision: flows.publishedRevision,
      document: flows.document,
    })
    .from(flows)
    .where(alive(organizationId, flowId))
    .for('update')
  return row && toNewest(tx, row)
}

/** How a flow stands whose changes somebody follows; nothing once it is in the trash. */
export const findFlowHead = async (db: Database, organizationId: string, flowId: string) => {
  const [row] = await db.select(head).from(flows).where(alive(organizationId, flowId))
  return row
}

/** The document as it is stored, and the revision that it is at. The caller holds the lock. */
export const readStoredDocument = async (tx: Database, flowId: string) => {
  const [row] = await tx
    .select({ document: flows.document })
    .from(flows)
    .where(eq(flows.id, flowId))
  if (row === undefined) throw new Error('a locked flow is not there')
  return row.document
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
    .set({ revision, documentRevision: null, ...toColumns(edit) })
    .where(eq(flows.id, flowId))
}

/** Over the pages: with thousands of components much quicker than to list their ids. */
export const countComponents = ({ pageOrder, pagesById }: FlowContent): number =>
  pageOrder.reduce((sum, id) => sum + (pagesById[id]?.componentOrder.length ?? 0), 0)

/** Notes that a flow was changed, and leaves its document where it was, at `documentRevision`. */
export const updateHead = async (
  tx: Database,
  {
    flowId,
    state,
    at,
    by,
    ...revisions
  }: Omit<Edit, 'document'> & {
    flowId: string
    state: FlowContent
    revision: number
    documentRevision: number
  },
) => {
  await tx
    .update(flows)
    .set({
      ...revisions,
      name: state.settings.name,
      pageCount: state.pageOrder.length,
      componentCount: countComponents(state),
      updatedAt: at,
      updatedBy: by,
    })
    .where(eq(flows.id, flowId))
}
