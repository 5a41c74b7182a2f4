import type { Failure } from '#contract/failure.ts'
import type { Flow } from '#contract/flow-contract.ts'
import type { Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { createFlow } from './create-flow-service.ts'
import { findFlow } from './flow-repo.ts'
import { flowNotFound } from './to-flow.ts'

/** Copies a flow's newest document under a free name, as a draft. */
export const duplicateFlow = async (
  context: Context,
  actor: Actor,
  flowId: string,
): Promise<Result<Flow, Failure>> => {
  const row = await findFlow(context.db, actor.organizationId, flowId)
  return row === undefined ? flowNotFound() : createFlow(context, actor, { document: row.document })
}
