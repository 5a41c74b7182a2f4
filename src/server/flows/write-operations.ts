import type { Failure } from '#contract/failure.ts'
import type { SentOperation } from '#contract/flow-contract.ts'
import { documentLimits, type FlowDocument } from '#domain/flow/flow-schema.ts'
import { type FlowState, toFlowDocument, toFlowState } from '#domain/flow/flow-state.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { describeLog } from './describe-log.ts'
import { insertOperations } from './flow-operation-repo.ts'
import { countComponents, type FlowHead, updateDocument, updateHead } from './flow-repo.ts'
import { countBytes, type NewestState } from './newest-states.ts'
import { checkSize } from './read-document.ts'

const checkCounts = (pages: number, components: number): Result<undefined, Failure> =>
  components > documentLimits.components || pages > documentLimits.pages
    ? err({
        code: 'too-large',
        detail: `A flow may have at most ${documentLimits.pages} pages and ${documentLimits.components} components.`,
      })
    : ok(undefined)

const checkLimits = (document: FlowDocument): Result<undefined, Failure> => {
  const components = document.pages.reduce((sum, page) => sum + page.components.length, 0)
  const counts = checkCounts(document.pages.length, components)
  return counts.ok ? checkSize(document) : counts
}

interface Change {
  flow: { id: string; revision: number }
  operations: readonly SentOperation[]
  clientId: string
}

const log = (
  tx: Database,
  actor: Actor,
  { flow, operations, clientId }: Change,
  before: FlowState,
  at: Date,
) => {
  const words = describeLog(before, operations)
  return insertOperations(
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
}

/**
 * Stores operations that fit, with the document that they make, and answers with the new revision.
 * To be called in the transaction that holds the flow's lock.
 */
export const writeOperations = async (
  tx: Database,
  { clock }: Pick<Context, 'clock'>,
  actor: Actor,
  {
    document,
    ...change
  }: Change & {
    flow: { document: FlowDocument }
    /** What the operations make of the flow. */
    document: FlowDocument
  },
): Promise<Result<number, Failure>> => {
  const { flow, operations } = change
  if (operations.length === 0) return ok(flow.revision)
  const withinLimits = checkLimits(document)
  if (!withinLimits.ok) return withinLimits
  const at = new Date(clock.now())
  const revision = flow.revision + operations.length
  await updateDocument(tx, { flowId: flow.id, revision, document, at, by: actor.userId })
  await log(tx, actor, change, toFlowState(flow.document), at)
  return ok(revision)
}

/** So many operations a stored document may lag behind: to replay them takes a few milliseconds. */
const longestLag = 100

/** Whether a state is small enough, and how many bytes it has at most. */
const measure = (state: FlowState, atMost: number): Result<number, Failure> => {
  const counts = checkCounts(state.pageOrder.length, countComponents(state))
  if (!counts.ok || atMost <= documentLimits.bytes) return counts.ok ? ok(atMost) : counts
  const document = toFlowDocument(state)
  const size = checkSize(document)
  return size.ok ? ok(countBytes(document)) : size
}

/**
 * The same for small changes of a flow that may be large: the document itself is written only now and
 * then (docs/decisions/0009). Answers with the new state, to be kept once it is committed.
 */
export const appendOperations = async (
  tx: Database,
  { clock }: Pick<Context, 'clock'>,
  actor: Actor,
  change: Change & { flow: FlowHead; before: NewestState; state: FlowState },
): Promise<Result<NewestState, Failure>> => {
  const { flow, operations, before, state } = change
  if (operations.length === 0) return ok(before)
  const bytes = measure(state, before.bytes + countBytes(operations))
  if (!bytes.ok) return bytes
  const at = new Date(clock.now())
  const revision = flow.revision + operations.length
  const documentRevision = flow.documentRevision ?? flow.revision
  const edit = { flowId: flow.id, revision, at, by: actor.userId }
  if (revision - documentRevision >= longestLag) {
    await updateDocument(tx, { ...edit, document: toFlowDocument(state) })
  } else {
    await updateHead(tx, { ...edit, documentRevision, state })
  }
  await log(tx, actor, change, before.state, at)
  return ok({ revision, state, bytes: bytes.value })
}
