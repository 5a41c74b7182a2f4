import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type { createTaskSchema, Task } from '#contract/task-contract.ts'
import type { Answers } from '#domain/components/answer.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { type CheckAnswer, checkPage } from '#domain/task/walk.ts'
import { withFiles } from '#domain/task/with-files.ts'
import { findAssignee } from '#server/auth/member-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { upsertAnswers } from './answer-repo.ts'
import { checkAnswer, invalidAnswers, notAsked } from './check-answer.ts'
import { listAllFileIds } from './check-files.ts'
import { getPublishedFlow } from './document-service.ts'
import { claimFiles, listUnclaimedFiles } from './file-repo.ts'
import { getTask } from './get-task-service.ts'
import { findTaskSource, insertTask } from './task-repo.ts'
import { summarise } from './to-task.ts'

type Input = z.infer<typeof createTaskSchema>

/** Checks what was filled in on the Initial Page. */
const checkInitialPage = (
  document: FlowDocument,
  given: Input['answers'],
  check: CheckAnswer,
): Result<Answers, Failure> => {
  const page = document.pages[0]
  if (page === undefined) throw new Error('a published flow without an Initial Page')
  const asked = new Set(page.components.map(({ id }) => id))
  const unknown = Object.keys(given).filter((id) => !asked.has(id))
  const checked = checkPage([page], given as Answers, check)
  const errors = {
    ...Object.fromEntries(unknown.map((id) => [id, notAsked])),
    ...(checked.ok ? {} : checked.error),
  }
  return checked.ok && unknown.length === 0 ? checked : invalidAnswers(errors)
}

/** Checks that a task can be assigned to somebody; null is nobody. */
export const checkAssignee = async (
  context: Context,
  actor: Actor,
  assigneeId: string | null,
): Promise<Result<null, Failure>> =>
  assigneeId === null || (await findAssignee(context, actor, assigneeId)) !== undefined
    ? ok(null)
    : err({
        code: 'invalid-assignee',
        detail: 'Choose a field worker of the organisation.',
        errors: [{ path: 'assigneeId', code: 'invalid', message: 'is not a field worker here' }],
      })

/** Makes a task from the newest published version of a flow. */
export const createTask = async (
  context: Context,
  actor: Actor,
  { flowId, answers: given, assigneeId, startTime, endTime }: Input,
): Promise<Result<Task, Failure>> => {
  const { db, clock, newId } = context
  const source = await findTaskSource(db, actor.organizationId, flowId)
  if (source === undefined) return err({ code: 'not-found', detail: 'There is no such flow.' })
  const version = source.publishedVersion
  if (version === null) {
    return err({ code: 'not-published', detail: 'Publish the flow before making tasks from it.' })
  }
  const flow = await getPublishedFlow(context, flowId, version)
  const { document } = flow
  const waiting = await listUnclaimedFiles(db, actor.organizationId, actor.userId)
  const answers = checkInitialPage(document, given, withFiles(waiting, checkAnswer))
  if (!answers.ok) return answers
  const assignable = await checkAssignee(context, actor, assigneeId)
  if (!assignable.ok) return assignable
  const id = newId()
  const now = clock.now()
  await db.transaction(async (tx) => {
    await insertTask(tx, {
      id,
      organizationId: actor.organizationId,
      flowId,
      flowVersion: version,
      status: assigneeId === null ? 'unassigned' : 'ongoing',
      assigneeId,
      summary: summarise(document, answers.value),
      startTime: startTime === null ? null : new Date(startTime),
      endTime: endTime === null ? null : new Date(endTime),
      createdBy: actor.userId,
      createdAt: new Date(now),
    })
    await upsertAnswers(tx, id, answers.value, { by: actor.userId, now })
    await claimFiles(tx, actor, id, listAllFileIds(flow, answers.value))
  })
  return getTask(context, actor, id)
}
