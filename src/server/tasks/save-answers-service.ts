import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type { saveAnswersSchema, Task } from '#contract/task-contract.ts'
import { type Answers, isBlank } from '#domain/components/answer.ts'
import { getComponentType } from '#domain/components/component-registry.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { findVoidedOtps } from '#domain/task/find-voided-otps.ts'
import { voidChallenges } from '#server/otp/void-challenges-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { deleteAnswers, listAnswers, upsertAnswers } from './answer-repo.ts'
import { checkAnswer, invalidAnswers, notAsked } from './check-answer.ts'
import { getPublishedFlow, type PublishedFlow } from './document-service.ts'
import { getTask } from './get-task-service.ts'
import { findTask, lockOpenTask, updateTask } from './task-repo.ts'
import { scopeOf, taskDone, taskNotFound } from './task-scope.ts'
import { summarise } from './to-task.ts'

type Input = z.infer<typeof saveAnswersSchema>

const onlyVerifying = {
  code: 'not-writable',
  message: 'Only entering the right code fills this in.',
}

/** Checks answers one by one; what is left out stays, and null takes an answer back. */
const checkAnswers = (
  { components }: PublishedFlow,
  given: Input['answers'],
): Result<Answers, Failure> => {
  const accepted: Answers = {}
  const errors: Parameters<typeof invalidAnswers>[0] = {}
  for (const [id, value] of Object.entries(given)) {
    const component = components.get(id)
    if (component === undefined || !getComponentType(component.type).asksAnswer) {
      errors[id] = notAsked
    } else if (component.type === 'otp') {
      errors[id] = onlyVerifying
    } else {
      // A draft may be incomplete: what is required is asked for at the end.
      const checked = checkAnswer({ ...component, required: false }, value, given as Answers)
      if (checked.ok) accepted[id] = checked.value
      else errors[id] = checked.error
    }
  }
  return Object.keys(errors).length === 0 ? ok(accepted) : invalidAnswers(errors)
}

/**
 * Saves what was filled in so far, as far as it is valid in itself. Another recipient makes what was
 * verified with the old one void.
 */
export const saveAnswers = async (
  context: Context,
  actor: Actor,
  { taskId, answers: given, currentPageId }: Input & { taskId: string },
): Promise<Result<Task, Failure>> => {
  const { db, clock } = context
  const scope = scopeOf(actor)
  const row = await findTask(db, scope, taskId)
  if (row === undefined) return taskNotFound()
  if (row.task.status === 'done') return taskDone()
  const flow = await getPublishedFlow(context, row.task.flowId, row.task.flowVersion)
  if (currentPageId !== undefined && !flow.document.pages.some(({ id }) => id === currentPageId)) {
    const problem = { path: 'currentPageId', code: 'unknown', message: 'is not a page of the flow' }
    return err({ code: 'invalid-answers', detail: 'There is no such page.', errors: [problem] })
  }
  const changes = checkAnswers(flow, given)
  if (!changes.ok) return changes
  const isOpen = await db.transaction(async (tx) => {
    if (!(await lockOpenTask(tx, scope, taskId))) return false
    const before = await listAnswers(tx, taskId)
    const voided = findVoidedOtps(flow.components.values(), before, changes.value)
    await voidChallenges(tx, context, taskId, voided)
    const entries = Object.entries(changes.value)
    const filled = Object.fromEntries(entries.filter(([, value]) => !isBlank(value)))
    const emptied = entries.filter(([, value]) => isBlank(value)).map(([id]) => id)
    await deleteAnswers(tx, taskId, [...voided, ...emptied])
    await upsertAnswers(tx, taskId, filled, { by: actor.userId, now: clock.now() })
    await updateTask(tx, taskId, {
      summary: summarise(flow.document, { ...before, ...changes.value }),
      ...(currentPageId !== undefined && { currentPageId }),
    })
    return true
  })
  return isOpen ? getTask(context, actor, taskId) : taskDone()
}
