import type { Failure } from '#contract/failure.ts'
import type { Challenge } from '#contract/otp-contract.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { checkTaskVisible } from '#server/tasks/get-task-service.ts'
import { listChallenges } from './challenge-repo.ts'
import { toChallenge } from './to-challenge.ts'

/** Every code of a task, newest first, with what became of it. */
export const listTrail = async (
  context: Context,
  actor: Actor,
  taskId: string,
): Promise<Result<{ items: Challenge[] }, Failure>> => {
  const { db, clock } = context
  const visible = await checkTaskVisible(context, actor, taskId)
  if (!visible.ok) return visible
  const rows = await listChallenges(db, actor.organizationId, taskId)
  return ok({ items: rows.map((row) => toChallenge(row, clock.now())) })
}
