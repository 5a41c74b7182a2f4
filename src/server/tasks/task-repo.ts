import { and, desc, eq, ilike, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { users } from '#server/platform/db/tables/auth-tables.ts'
import { flows, flowVersions } from '#server/platform/db/tables/flow-tables.ts'
import { tasks } from '#server/platform/db/tables/task-tables.ts'
import type { ListCursor } from '#server/platform/list-cursor.ts'

/** Whose tasks somebody sees: all of an organisation, or only those assigned to them. */
export interface TaskScope {
  organizationId: string
  /** Null for everybody's. */
  assigneeId: string | null
}

const within = ({ organizationId, assigneeId }: TaskScope): SQL | undefined =>
  and(
    eq(tasks.organizationId, organizationId),
    assigneeId === null ? undefined : eq(tasks.assigneeId, assigneeId),
  )

const listed = { task: tasks, flowName: flows.name, assigneeName: users.name }

const selectTasks = (db: Database) =>
  db
    .select(listed)
    .from(tasks)
    .innerJoin(flows, eq(flows.id, tasks.flowId))
    .leftJoin(users, eq(users.id, tasks.assigneeId))

export interface TaskFilter {
  status: 'unassigned' | 'ongoing' | 'done' | undefined
  flowId: string | undefined
  search: string | undefined
  after: ListCursor | undefined
  limit: number
}

/** The tasks in a scope, newest first. */
export const listTasks = (
  db: Database,
  scope: TaskScope,
  { status, flowId, search, after, limit }: TaskFilter,
) => {
  const pattern = `%${search?.replace(/[\\%_]/g, String.raw`\$&`)}%`
  return selectTasks(db)
    .where(
      and(
        within(scope),
        status && eq(tasks.status, status),
        flowId === undefined ? undefined : eq(tasks.flowId, flowId),
        search ? or(ilike(tasks.summary, pattern), ilike(flows.name, pattern)) : undefined,
        after &&
          sql`(${tasks.createdAt}, ${tasks.id}) < (${after.time.toISOString()}::timestamptz, ${after.id})`,
      ),
    )
    .orderBy(desc(tasks.createdAt), desc(tasks.id))
    .limit(limit)
}

/** One task in a scope. */
export const findTask = async (db: Database, scope: TaskScope, taskId: string) => {
  const [row] = await selectTasks(db).where(and(within(scope), eq(tasks.id, taskId)))
  return row
}

export type TaskRow = NonNullable<Awaited<ReturnType<typeof findTask>>>

export const insertTask = async (tx: Database, task: typeof tasks.$inferInsert): Promise<void> => {
  await tx.insert(tasks).values(task)
}

/** Locks a task that is not done until the transaction ends. Whether there was one. */
export const lockOpenTask = async (
  tx: Database,
  scope: TaskScope,
  taskId: string,
): Promise<boolean> => {
  const rows = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(within(scope), eq(tasks.id, taskId), ne(tasks.status, 'done')))
    .for('update')
  return rows.length > 0
}

/** Changes a task that was locked before. */
export const updateTask = async (
  tx: Database,
  taskId: string,
  changes: Partial<typeof tasks.$inferInsert>,
): Promise<void> => {
  await tx.update(tasks).set(changes).where(eq(tasks.id, taskId))
}

/** A flow from which tasks can be made: its newest published version, null while there is none. */
export const findTaskSource = async (db: Database, organizationId: string, flowId: string) => {
  const [row] = await db
    .select({ publishedVersion: flows.publishedVersion })
    .from(flows)
    .where(
      and(eq(flows.organizationId, organizationId), eq(flows.id, flowId), isNull(flows.deletedAt)),
    )
  return row
}

/** The document of a published version. Throws when there is none: tasks refer to it. */
export const getDocumentAcrossOrgs = async (db: Database, flowId: string, version: number) => {
  const [row] = await db
    .select({ document: flowVersions.document })
    .from(flowVersions)
    .where(and(eq(flowVersions.flowId, flowId), eq(flowVersions.version, version)))
  if (row === undefined) throw new Error(`flow ${flowId} has no version ${version}`)
  return row.document
}
