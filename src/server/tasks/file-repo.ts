import { and, count, eq, inArray, isNull, lt, notInArray } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { readBytes } from '#server/platform/db/tables/columns.ts'
import { answerFiles } from '#server/platform/db/tables/task-tables.ts'

/** A file without its content. */
const listed = {
  id: answerFiles.id,
  taskId: answerFiles.taskId,
  componentId: answerFiles.componentId,
  mediaType: answerFiles.mediaType,
  size: answerFiles.size,
  storedBy: answerFiles.storedBy,
}

const called = (organizationId: string, fileId: string) =>
  and(eq(answerFiles.organizationId, organizationId), eq(answerFiles.id, fileId))

/** Stores a file, unless there is one of that id already. Whether it did. */
export const insertFile = async (
  tx: Database,
  file: typeof answerFiles.$inferInsert,
): Promise<boolean> => {
  const rows = await tx
    .insert(answerFiles)
    .values(file)
    .onConflictDoNothing()
    .returning({ id: answerFiles.id })
  return rows.length > 0
}

/** A file without its content. */
export const findFile = async (db: Database, organizationId: string, fileId: string) => {
  const [row] = await db.select(listed).from(answerFiles).where(called(organizationId, fileId))
  return row
}

/** A file of a task, with its content. */
export const findFileContent = async (
  db: Database,
  organizationId: string,
  taskId: string,
  fileId: string,
) => {
  const [row] = await db
    .select({ ...listed, content: readBytes(answerFiles.content) })
    .from(answerFiles)
    .where(and(called(organizationId, fileId), eq(answerFiles.taskId, taskId)))
  return row
}

/** The files of a task, without their content. */
export const listFiles = (db: Database, taskId: string) =>
  db.select(listed).from(answerFiles).where(eq(answerFiles.taskId, taskId))

/** Files that somebody stored for a task to be made. */
const unclaimed = (organizationId: string, userId: string) =>
  and(
    eq(answerFiles.organizationId, organizationId),
    eq(answerFiles.storedBy, userId),
    isNull(answerFiles.taskId),
  )

/** The files that somebody stored for a task to be made, without their content. */
export const listUnclaimedFiles = (db: Database, organizationId: string, userId: string) =>
  db.select(listed).from(answerFiles).where(unclaimed(organizationId, userId))

/** Gives files that somebody stored for a task to be made to that task. */
export const claimFiles = async (
  tx: Database,
  { organizationId, userId }: { organizationId: string; userId: string },
  taskId: string,
  fileIds: readonly string[],
): Promise<void> => {
  if (fileIds.length === 0) return
  await tx
    .update(answerFiles)
    .set({ taskId })
    .where(and(unclaimed(organizationId, userId), inArray(answerFiles.id, [...fileIds])))
}

/** Removes the files of an organisation for tasks that were not made since a point in time. */
export const deleteUnclaimedFiles = async (
  tx: Database,
  organizationId: string,
  before: Date,
): Promise<void> => {
  await tx
    .delete(answerFiles)
    .where(
      and(
        eq(answerFiles.organizationId, organizationId),
        isNull(answerFiles.taskId),
        lt(answerFiles.storedAt, before),
      ),
    )
}

/** How many files a task has. */
export const countFiles = async (db: Database, taskId: string): Promise<number> => {
  const [row] = await db
    .select({ files: count() })
    .from(answerFiles)
    .where(eq(answerFiles.taskId, taskId))
  return row?.files ?? 0
}

/** Removes every file of a task but some. */
export const deleteOtherFiles = async (
  tx: Database,
  taskId: string,
  kept: readonly string[],
): Promise<void> => {
  await tx
    .delete(answerFiles)
    .where(
      and(
        eq(answerFiles.taskId, taskId),
        kept.length === 0 ? undefined : notInArray(answerFiles.id, [...kept]),
      ),
    )
}
