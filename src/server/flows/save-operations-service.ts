import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type { Saved, SentOperation, saveOperationsSchema } from '#contract/flow-contract.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { collectOthersChanges } from './find-conflict.ts'
import { refuseTakenNames, retryOnTakenName } from './flow-names.ts'
import { listOperationsSinceOrKnown } from './flow-operation-repo.ts'
import { lockFlowHead } from './flow-repo.ts'
import { mergeOperations } from './merge-operations.ts'
import { keepNewestState, type NewestState, readNewestState } from './newest-states.ts'
import { flowNotFound } from './to-flow.ts'
import { appendOperations } from './write-operations.ts'

type SaveOperations = z.infer<typeof saveOperationsSchema> & { flowId: string }

const saveInTransaction = async (
  tx: Database,
  context: Context,
  actor: Actor,
  { flowId, baseRevision, clientId, operations }: SaveOperations,
): Promise<Result<{ saved: Saved; newest: NewestState }, Failure>> => {
  const flow = await lockFlowHead(tx, actor.organizationId, flowId)
  if (flow === undefined) return flowNotFound()
  if (baseRevision > flow.revision) {
    const detail = `The flow is at revision ${flow.revision}; nobody can have seen ${baseRevision}.`
    return err({ code: 'bad-request', detail })
  }
  const sentIds = operations.map(({ id }) => id)
  const log = await listOperationsSinceOrKnown(tx, flowId, baseRevision, sentIds)
  const known = new Map(
    log
      .filter(({ operationId }) => sentIds.includes(operationId))
      .map(({ operationId, revision }) => [operationId, revision]),
  )
  const others = log.filter(
    (logged) => logged.clientId !== clientId && !known.has(logged.operationId),
  )
  const before = await readNewestState(context.db, tx, flow)
  const changes = collectOthersChanges(others)
  const isKnown = ({ id }: SentOperation) => known.has(id)
  const named = await refuseTakenNames(tx, actor, flowId, operations, isKnown)
  const merge = mergeOperations(before, named.free, known, changes)
  const written = await appendOperations(tx, context, actor, {
    flow,
    before,
    state: merge.state,
    operations: merge.added,
    clientId,
  })
  if (!written.ok) return written
  const saved = {
    revision: flow.revision + merge.added.length,
    applied: merge.applied,
    conflicts: [...named.conflicts, ...merge.conflicts],
    others: others.map(({ revision, operation }) => ({ revision, operation })),
  }
  return ok({ saved, newest: written.value })
}

/**
 * Saves what an editor did, on top of what others have saved meanwhile.
 * One transaction under the flow's lock; sending the same operations again changes nothing.
 */
export const saveOperations = async (
  context: Context,
  actor: Actor,
  input: SaveOperations,
): Promise<Result<Saved, Failure>> => {
  const outcome = await retryOnTakenName(() =>
    context.db.transaction((tx) => saveInTransaction(tx, context, actor, input)),
  )
  if (!outcome.ok) return outcome
  keepNewestState(context.db, input.flowId, outcome.value.newest)
  return ok(outcome.value.saved)
}
