import type { Failure } from '#contract/failure.ts'
import type { Flow } from '#contract/flow-contract.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { err, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { composeReplacement } from './compose-replacement.ts'
import { flowNameTaken, isNameTaken, retryOnTakenName } from './flow-names.ts'
import { type LockedFlow, lockFlow } from './flow-repo.ts'
import { getFlow } from './get-flow-service.ts'
import { readDocument } from './read-document.ts'
import { flowNotFound } from './to-flow.ts'
import { writeOperations } from './write-operations.ts'

interface Replacement {
  flowId: string
  /** The revision that the caller has seen. */
  revision: number
  document: unknown
}

const refuse = (flow: LockedFlow, revision: number, after: FlowDocument): Failure | undefined => {
  if (flow.revision !== revision) {
    const detail = `The flow is at revision ${flow.revision} by now. Fetch it and try again.`
    return { code: 'revision-changed', detail }
  }
  const initialId = flow.document.pages[0]?.id
  if (after.pages[0]?.id !== initialId) {
    const message = `The Initial Page keeps its id, "${initialId}".`
    const errors = [{ path: 'pages.0.id', code: 'invalid', message }]
    return { code: 'invalid-document', detail: message, errors }
  }
  return undefined
}

/** Replaces a flow's whole document, unless somebody changed it since the revision that was seen. */
export const replaceDocument = async (
  context: Context,
  actor: Actor,
  { flowId, revision, document }: Replacement,
): Promise<Result<Flow, Failure>> => {
  const after = readDocument(document)
  if (!after.ok) return after
  const replace = async (tx: Database): Promise<Result<Flow, Failure>> => {
    const flow = await lockFlow(tx, actor.organizationId, flowId)
    if (flow === undefined) return flowNotFound()
    const refusal = refuse(flow, revision, after.value)
    if (refusal !== undefined) return err(refusal)
    const { name } = after.value.settings
    if (await isNameTaken(tx, actor, name, flowId)) return flowNameTaken(name)
    const id = context.newId()
    const operation = composeReplacement(flow.document, after.value)
    const written = await writeOperations(tx, context, actor, {
      flow,
      document: after.value,
      operations: [{ id, operation }],
      clientId: id,
    })
    return written.ok ? getFlow({ db: tx }, actor, flowId) : written
  }
  return retryOnTakenName(() => context.db.transaction(replace))
}
