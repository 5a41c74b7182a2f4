import type { Failure } from '#contract/failure.ts'
import type { Task } from '#contract/task-contract.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import { checkTask, withProof } from '#domain/task/check-task.ts'
import { withFiles } from '#domain/task/with-files.ts'
import { listVerified } from '#server/otp/void-challenges-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { deleteOtherAnswers, listAnswers } from './answer-repo.ts'
import { checkAnswer, invalidAnswers } from './check-answer.ts'
import { listAllFileIds } from './check-files.ts'
import { getPublishedFlow } from './document-service.ts'
import { deleteOtherFiles, listFiles } from './file-repo.ts'
import { getTask } from './get-task-service.ts'
import { findTask, lockOpenTask, updateTask } from './task-repo.ts'
import { scopeOf, taskDone, taskNotFound } from './task-scope.ts'

/** Finishes a task: everything is checked again, whatever the client says. */
export const finishTask = async (
  context: Context,
  actor: Actor,
  taskId: string,
): Promise<Result<Task, Failure>> => {
  const { db, clock } = context
  const scope = scopeOf(actor)
  const row = await findTask(db, scope, taskId)
  if (row === undefined) return taskNotFound()
  const flow = await getPublishedFlow(context, row.task.flowId, row.task.flowVersion)
  const finished = await db.transaction(async (tx): Promise<Result<null, Failure>> => {
    if (!(await lockOpenTask(tx, scope, taskId))) return taskDone()
    const answers = await listAnswers(tx, taskId)
    const proven = withProof(answers, await listVerified(tx, taskId), checkAnswer)
    const check = withFiles(await listFiles(tx, taskId), proven)
    const checked = checkTask(flow.document, answers, check)
    if (!checked.ok) return invalidAnswers(checked.error)
    await deleteOtherAnswers(tx, taskId, Object.keys(checked.value.answers))
    await deleteOtherFiles(tx, taskId, listAllFileIds(flow, checked.value.answers))
    await updateTask(tx, taskId, {
      status: 'done',
      doneAt: new Date(clock.now()),
      trail: [...checked.value.path],
      currentPageId: null,
    })
    return ok(null)
  })
  return finished.ok ? getTask(context, actor, taskId) : finished
}
