import type { Failure } from '#contract/failure.ts'
import type { SentOperation } from '#contract/flow-contract.ts'
import { documentLimits, type FlowDocument } from '#domain/flow/flow-schema.ts'
import { toFlowState } from '#domain/flow/flow-state.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { describeLog } from './describe-log.ts'
import { insertOperations } from './flow-operation-repo.ts'
import { updateDocument } from './flow-repo.ts'
import { checkSize } from './read-document.ts'

const checkLimits = (document: FlowDocument): Result<undefined, Failure> => {
  const components = document.pages.reduce((sum, page) => sum + page.components.length, 0)
  return components > documentLimits.components || document.pages.length > documentLimits.pages
    ? err({
        code: 'too-large',
        detail: `A flow may have at most ${documentLimits.pages} pages and ${documentLimits.components} components.`,
      })
    : checkSize(document)
}

interface Change {
  flow: { id: string; revision: number; document: FlowDocument }
  /** What the operations make of the flow. */
  document: FlowDocument
  operations: readonly SentOperation[]
  clientId: string
}

/**
 * Stores operations that fit, with the document that they make, and answers with the new revision.
 * To be called in the transaction that holds the flow's lock.
 */
export const writeOperations = async (
  tx: Database,
  { clock }: Pick<Context, 'clock'>,
  actor: Actor,
  { flow, document, operations, clientId }: Change,
): Promise<Result<number, Failure>> => {
  if (operations.length === 0) return ok(flow.revision)
  const withinLimits = checkLimits(document)
  if (!withinLimits.ok) return withinLimits
  const at = new Date(clock.now())
  const revision = flow.revision + operations.length
  const words = describeLog(toFlowState(flow.document), operations)
  await updateDocument(tx, { flowId: flow.id, revision, document, at, by: actor.userId })
  await insertOperations(
    tx,
    operations.map(({ id, operation }, index) => ({
      flowId: flow.id,
      revision: flow.revision + index + 1,
      operationId: id,
      clientId,
      operation,
      ...words[index],
      actorId: actor.userId,
      createdAt: at,
    })),
  )
  return ok(revision)
}
