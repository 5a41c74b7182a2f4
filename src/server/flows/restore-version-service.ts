import type { ErrorCode } from '#contract/error-codes.ts'
import type { Failure } from '#contract/failure.ts'
import type { Restored } from '#contract/flow-version-contract.ts'
import { applyOperation } from '#domain/flow/apply-operation.ts'
import { composeRestore, type RestoreWish } from '#domain/flow/compose-restore.ts'
import { describeOperation } from '#domain/flow/describe-operation.ts'
import { toFlowDocument, toFlowState } from '#domain/flow/flow-state.ts'
import { invertOperation } from '#domain/flow/invert-operation.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { inTransaction } from '#server/platform/db/in-transaction.ts'
import { lockFlow } from './flow-repo.ts'
import { findVersion } from './flow-version-repo.ts'
import { flowNotFound } from './to-flow.ts'
import { writeOperations } from './write-operations.ts'

interface RestoreInput extends RestoreWish {
  flowId: string
  version: number
}

const refuse = (code: ErrorCode, detail: string) => err<Failure>({ code, detail })

/**
 * Brings a version, or one page or component of it, back into the draft by one operation on its
 * newest state: others keep what they did elsewhere meanwhile, and it can be undone.
 */
export const restoreVersion = (
  context: Context,
  actor: Actor,
  { flowId, ...wish }: RestoreInput,
): Promise<Result<Restored, Failure>> =>
  inTransaction(context.db, async (tx): Promise<Result<Restored, Failure>> => {
    const flow = await lockFlow(tx, actor.organizationId, flowId)
    if (flow === undefined) return flowNotFound()
    const version = await findVersion(tx, actor.organizationId, flowId, wish.version)
    if (version === undefined) return refuse('not-found', 'There is no such version of this flow.')
    const draft = toFlowState(flow.document)
    const composed = composeRestore(draft, toFlowState(version.document), wish)
    if (!composed.ok) return refuse('not-restorable', composed.error.message)
    const operation = composed.value
    if (operation === undefined) return ok({ revision: flow.revision, text: null, undo: null })
    const applied = applyOperation(draft, operation)
    if (!applied.ok) throw new Error(`a restore does not fit: ${applied.error.message}`)
    const id = context.newId()
    const written = await writeOperations(tx, context, actor, {
      flow,
      document: toFlowDocument(applied.value),
      operations: [{ id, operation }],
      clientId: id,
    })
    if (!written.ok) return written
    const { text } = describeOperation(draft, operation)
    return ok({ revision: written.value, text, undo: invertOperation(draft, operation) })
  })
