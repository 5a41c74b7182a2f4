import { and, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Answers } from '#domain/components/answer.ts'
import type { Database } from '#server/platform/db/database.ts'
import { taskAnswers } from '#server/platform/db/tables/task-tables.ts'

/** The answers of a task, by component id. */
export const listAnswers = async (db: Database, taskId: string): Promise<Answers> => {
  const rows = await db
    .select({ componentId: taskAnswers.componentId, value: taskAnswers.value })
    .from(taskAnswers)
    .where(eq(taskAnswers.taskId, taskId))
  return Object.fromEntries(rows.map(({ componentId, value }) => [componentId, value]))
}

/** Writes answers over those that are there. */
export const upsertAnswers = async (
  tx: Database,
  taskId: string,
  answers: Answers,
  { by, now }: { by: string; now: number },
): Promise<void> => {
  const rows = Object.entries(answers).map(([componentId, value]) => ({
    taskId,
    componentId,
    value,
    answeredBy: by,
    answeredAt: new Date(now),
  }))
  if (rows.length === 0) return
  await tx
    .insert(taskAnswers)
    .values(rows)
    .onConflictDoUpdate({
      target: [taskAnswers.taskId, taskAnswers.componentId],
      set: {
        value: sql`excluded.value`,
        answeredBy: sql`excluded.answered_by`,
        answeredAt: sql`excluded.answered_at`,
      },
    })
}

/** Takes answers back. */
export const deleteAnswers = async (
  tx: Database,
  taskId: string,
  componentIds: readonly string[],
): Promise<void> => {
  if (componentIds.length === 0) return
  await tx
    .delete(taskAnswers)
    .where(and(eq(taskAnswers.taskId, taskId), inArray(taskAnswers.componentId, [...componentIds])))
}

/** Takes back every answer but some. */
export const deleteOtherAnswers = async (
  tx: Database,
  taskId: string,
  kept: readonly string[],
): Promise<void> => {
  await tx
    .delete(taskAnswers)
    .where(
      and(
        eq(taskAnswers.taskId, taskId),
        kept.length === 0 ? undefined : notInArray(taskAnswers.componentId, [...kept]),
      ),
    )
}
