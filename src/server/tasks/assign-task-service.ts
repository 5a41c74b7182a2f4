import type { Failure } from '#contract/failure.ts'
import type { Task } from '#contract/task-contract.ts'
import type { Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { checkAssignee } from './create-task-service.ts'
import { getTask } from './get-task-service.ts'
import { findTask, lockOpenTask, updateTask } from './task-repo.ts'
import { scopeOf, taskDone, taskNotFound } from './task-scope.ts'

/** Gives a task to a field worker, or takes it back. */
export const assignTask = async (
  context: Context,
  actor: Actor,
  { taskId, assigneeId }: { taskId: string; assigneeId: string | null },
): Promise<Result<Task, Failure>> => {
  const scope = scopeOf(actor)
  if ((await findTask(context.db, scope, taskId)) === undefined) return taskNotFound()
  const assignable = await checkAssignee(context, actor, assigneeId)
  if (!assignable.ok) return assignable
  const isOpen = await context.db.transaction(async (tx) => {
    if (!(await lockOpenTask(tx, scope, taskId))) return false
    const status = assigneeId === null ? 'unassigned' : 'ongoing'
    await updateTask(tx, taskId, { assigneeId, status })
    return true
  })
  return isOpen ? getTask(context, actor, taskId) : taskDone()
}
