import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type { Task, TaskSummary, taskListQuery } from '#contract/task-contract.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { formatCursor, parseCursor } from '#server/platform/list-cursor.ts'
import { listAnswers } from './answer-repo.ts'
import { getPublishedFlow } from './document-service.ts'
import { findTask, listTasks } from './task-repo.ts'
import { scopeOf, taskNotFound } from './task-scope.ts'
import { toTask, toTaskSummary } from './to-task.ts'

/** One task with its document and answers. */
export const getTask = async (
  context: Context,
  actor: Actor,
  taskId: string,
): Promise<Result<Task, Failure>> => {
  const row = await findTask(context.db, scopeOf(actor), taskId)
  if (row === undefined) return taskNotFound()
  const { document } = await getPublishedFlow(context, row.task.flowId, row.task.flowVersion)
  return ok(toTask(row, document, await listAnswers(context.db, taskId)))
}

/** A page of the tasks that the actor sees, newest first. */
export const listTaskSummaries = async (
  { db }: Context,
  actor: Actor,
  { limit, cursor, status, flowId, search }: z.infer<typeof taskListQuery>,
): Promise<Result<{ items: TaskSummary[]; nextCursor: string | null }, Failure>> => {
  const after = parseCursor(cursor)
  if (!after.ok) return after
  const filter = { status, flowId, search, after: after.value, limit: limit + 1 }
  const rows = await listTasks(db, scopeOf(actor), filter)
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return ok({
    items: items.map(toTaskSummary),
    nextCursor: last ? formatCursor({ time: last.task.createdAt, id: last.task.id }) : null,
  })
}

/** Whether there is such a task for the actor. */
export const checkTaskVisible = async (
  { db }: Context,
  actor: Actor,
  taskId: string,
): Promise<Result<null, Failure>> =>
  (await findTask(db, scopeOf(actor), taskId)) === undefined ? taskNotFound() : ok(null)
