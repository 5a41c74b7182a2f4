import type { Failure } from '#contract/failure.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { trashFlow } from './flow-trash-repo.ts'
import { flowNotFound } from './to-flow.ts'

/** Puts a flow into the trash. Tasks that were made from it keep working. */
export const deleteFlow = async (
  { db, clock }: Context,
  actor: Actor,
  flowId: string,
): Promise<Result<undefined, Failure>> => {
  const at = new Date(clock.now())
  const isTrashed = await trashFlow(db, actor, flowId, at)
  return isTrashed ? ok(undefined) : flowNotFound()
}
