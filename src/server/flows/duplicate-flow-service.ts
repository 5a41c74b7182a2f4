import type { Failure } from '#contract/failure.ts'
import type { Flow } from '#contract/flow-contract.ts'
import type { Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { createFlow } from './create-flow-service.ts'
import { findFlow, listFlowNames } from './flow-repo.ts'
import { findFreeName } from './free-name.ts'
import { flowNotFound } from './to-flow.ts'

/** Copies a flow's newest document under a free name, as a draft. */
export const duplicateFlow = async (
  context: Context,
  actor: Actor,
  flowId: string,
): Promise<Result<Flow, Failure>> => {
  const row = await findFlow(context.db, actor.organizationId, flowId)
  if (row === undefined) return flowNotFound()
  const names = await listFlowNames(context.db, actor.organizationId)
  return createFlow(context, actor, {
    name: findFreeName(row.name, names),
    document: row.document,
  })
}
