import type { Failure } from '#contract/failure.ts'
import type { Task } from '#contract/task-contract.ts'
import type { Answers, OtpAnswer } from '#domain/components/answer.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { type CheckAnswer, checkPage, walkToFinish } from '#domain/task/walk.ts'
import { listVerified, type VerifiedChallenge } from '#server/otp/void-challenges-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { deleteOtherAnswers, listAnswers } from './answer-repo.ts'
import { checkAnswer, invalidAnswers } from './check-answer.ts'
import { listAllFileIds, withFiles } from './check-files.ts'
import { getPublishedFlow, type PublishedFlow } from './document-service.ts'
import { deleteOtherFiles, listFiles } from './file-repo.ts'
import { getTask } from './get-task-service.ts'
import { findTask, lockOpenTask, updateTask } from './task-repo.ts'
import { scopeOf, taskDone, taskNotFound } from './task-scope.ts'

/** Takes an OTP answer only when one of the task's own challenges says the same. */
const withProof =
  (answers: Answers, verified: readonly VerifiedChallenge[]): CheckAnswer =>
  (component, value, others) => {
    const checked = checkAnswer(component, value, others)
    if (component.type !== 'otp' || !checked.ok || checked.value === null) return checked
    const { challengeId } = checked.value as OtpAnswer
    const recipient = component.recipientField && answers[component.recipientField]
    const isProven = verified.some(
      (challenge) =>
        challenge.id === challengeId &&
        challenge.componentId === component.id &&
        challenge.recipient.toLowerCase() === String(recipient).toLowerCase(),
    )
    return isProven
      ? checked
      : err({ code: 'not-verified', message: `Verify ${component.title} with the code first.` })
  }

/** Checks the whole task: the Initial Page, then every page of the way that the answers lead. */
const checkTask = (
  { document }: PublishedFlow,
  answers: Answers,
  check: CheckAnswer,
): Result<{ path: readonly string[]; answers: Answers }, Failure> => {
  const [initial] = document.pages
  const started = initial === undefined ? ok({}) : checkPage([initial], answers, check)
  if (!started.ok) return invalidAnswers(started.error)
  const walked = walkToFinish(document, answers, check)
  return walked.ok ? walked : invalidAnswers(walked.error.errors)
}

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
    const proven = withProof(answers, await listVerified(tx, taskId))
    const checked = checkTask(flow, answers, withFiles(await listFiles(tx, taskId), proven))
    if (!checked.ok) return checked
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
