import type { Failure } from '#contract/failure.ts'
import type { Flow } from '#contract/flow-contract.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { findFlow } from './flow-repo.ts'
import { flowNotFound, toFlow } from './to-flow.ts'

/** One flow with its newest document. */
export const getFlow = async (
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  flowId: string,
): Promise<Result<Flow, Failure>> => {
  const row = await findFlow(db, actor.organizationId, flowId)
  return row === undefined ? flowNotFound() : ok(toFlow(row))
}
