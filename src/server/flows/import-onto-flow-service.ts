import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type { ImportedOnto, importOntoQuery } from '#contract/interchange-contract.ts'
import { composeDifference } from '#domain/flow/compose-difference.ts'
import { describeDifference } from '#domain/flow/describe-difference.ts'
import { type FlowState, toFlowDocument, toFlowState } from '#domain/flow/flow-state.ts'
import { fitDocument } from '#domain/flow/interchange/fit-document.ts'
import type { InterchangeNote } from '#domain/flow/interchange/interchange-note.ts'
import { readDifference } from '#domain/flow/read-difference.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { inTransaction } from '#server/platform/db/in-transaction.ts'
import { parseRevision } from '#server/platform/http/entity-tag.ts'
import { type LockedFlow, lockFlow } from './flow-repo.ts'
import { getFlow } from './get-flow-service.ts'
import { readChosenFlow } from './read-flow-content.ts'
import { flowNotFound } from './to-flow.ts'
import { writeOperations } from './write-operations.ts'

interface ImportOnto extends z.infer<typeof importOntoQuery> {
  flowId: string
  content: Uint8Array<ArrayBuffer>
  /** The `If-Match` header: whoever changes a flow says which revision was seen. */
  ifMatch: string | undefined
}

const report = (
  revision: number,
  { before, after, notes }: { before: FlowState; after: FlowState; notes: InterchangeNote[] },
): ImportedOnto => {
  const groups = describeDifference(readDifference(before, after))
  const difference = groups.map(({ lines, ...group }) => ({ ...group, lines: [...lines] }))
  return { revision, difference, notes }
}

const write = async (
  tx: Database,
  context: Context,
  actor: Actor,
  { flow, before, after }: { flow: LockedFlow; before: FlowState; after: FlowState },
): Promise<Result<number, Failure>> => {
  const operation = composeDifference(before, after, 'Imported a file')
  if (operation === undefined) return ok(flow.revision)
  const id = context.newId()
  const document = toFlowDocument(after)
  const operations = [{ id, operation }]
  return writeOperations(tx, context, actor, { flow, document, operations, clientId: id })
}

/**
 * Puts the content of a file in the place of a flow's: the flow keeps its name and its Initial Page's
 * id, and takes over all else in one step that merges and can be undone. Says what is different by
 * that; a dry run stores nothing, and needs no `If-Match`.
 */
export const importOntoFlow = async (
  context: Context,
  actor: Actor,
  { flowId, flow: path, content, dryRun, ifMatch }: ImportOnto,
): Promise<Result<ImportedOnto, Failure>> => {
  const read = readChosenFlow(content, path)
  if (!read.ok) return read
  const { document, notes } = read.value
  if (dryRun === 'true') {
    const flow = await getFlow(context, actor, flowId)
    if (!flow.ok) return flow
    const before = toFlowState(flow.value.document)
    return ok(report(flow.value.revision, { before, after: fitDocument(before, document), notes }))
  }
  const seen = parseRevision(ifMatch)
  if (!seen.ok) return seen
  return inTransaction(context.db, async (tx): Promise<Result<ImportedOnto, Failure>> => {
    const flow = await lockFlow(tx, actor.organizationId, flowId)
    if (flow === undefined) return flowNotFound()
    if (flow.revision !== seen.value) return revisionChanged(flow.revision)
    const before = toFlowState(flow.document)
    const after = fitDocument(before, document)
    const written = await write(tx, context, actor, { flow, before, after })
    return written.ok ? ok(report(written.value, { before, after, notes })) : written
  })
}

const revisionChanged = (revision: number) =>
  err<Failure>({
    code: 'revision-changed',
    detail: `The flow is at revision ${revision} by now. Fetch it and try again.`,
  })
