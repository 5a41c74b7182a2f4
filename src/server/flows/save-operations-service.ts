import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type { Saved, SentOperation, saveOperationsSchema } from '#contract/flow-contract.ts'
import { toFlowDocument, toFlowState } from '#domain/flow/flow-state.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { collectOthersChanges } from './find-conflict.ts'
import { refuseTakenNames, retryOnTakenName } from './flow-names.ts'
import { listKnownOperationIds, listOperationsSince } from './flow-operation-repo.ts'
import { lockFlow } from './flow-repo.ts'
import { mergeOperations } from './merge-operations.ts'
import { flowNotFound } from './to-flow.ts'
import { writeOperations } from './write-operations.ts'

type SaveOperations = z.infer<typeof saveOperationsSchema> & { flowId: string }

/**
 * Saves what an editor did, on top of what others have saved meanwhile (domain.md, "Operations").
 * One transaction under the flow's lock; sending the same operations again changes nothing.
 */
export const saveOperations = (
  context: Context,
  actor: Actor,
  input: SaveOperations,
): Promise<Result<Saved, Failure>> =>
  retryOnTakenName(() =>
    context.db.transaction((tx) => saveInTransaction(tx, context, actor, input)),
  )

const saveInTransaction = async (
  tx: Database,
  context: Context,
  actor: Actor,
  { flowId, baseRevision, clientId, operations }: SaveOperations,
): Promise<Result<Saved, Failure>> => {
  const flow = await lockFlow(tx, actor.organizationId, flowId)
  if (flow === undefined) return flowNotFound()
  if (baseRevision > flow.revision) {
    const detail = `The flow is at revision ${flow.revision}; nobody can have seen ${baseRevision}.`
    return err({ code: 'bad-request', detail })
  }
  const sentIds = operations.map(({ id }) => id)
  const knownIds = await listKnownOperationIds(tx, flowId, sentIds)
  const since = await listOperationsSince(tx, flowId, baseRevision)
  const others = since.filter((logged) => logged.clientId !== clientId)
  const isKnown = ({ id }: SentOperation) => knownIds.has(id)
  const named = await refuseTakenNames(tx, actor, flowId, operations, isKnown)
  const merge = mergeOperations(
    toFlowState(flow.document),
    named.free,
    knownIds,
    collectOthersChanges(others.filter(({ operationId }) => !sentIds.includes(operationId))),
  )
  const written = await writeOperations(tx, context, actor, {
    flow,
    document: toFlowDocument(merge.state),
    operations: merge.added,
    clientId,
  })
  if (!written.ok) return written
  return ok({
    revision: written.value,
    applied: merge.applied,
    conflicts: [...named.conflicts, ...merge.conflicts],
    others: others
      .filter(({ operationId }) => !sentIds.includes(operationId))
      .map(({ revision, operation }) => ({ revision, operation })),
  })
}
