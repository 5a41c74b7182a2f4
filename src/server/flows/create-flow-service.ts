import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type { createFlowSchema, Flow } from '#contract/flow-contract.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { createBlankDocument } from './blank-document.ts'
import { flowNameTaken, retryOnTakenName } from './flow-names.ts'
import { insertFlow, listFlowNames } from './flow-repo.ts'
import { findFreeName } from './free-name.ts'
import { getFlow } from './get-flow-service.ts'
import { readDocument } from './read-document.ts'
import { getTemplate } from './templates/template-service.ts'

export type CreateFlow = z.infer<typeof createFlowSchema>

const startDocument = async (
  context: Context,
  actor: Actor,
  { name, template, document }: CreateFlow,
): Promise<Result<FlowDocument, Failure>> => {
  if (document !== undefined) return readDocument(document)
  if (template === undefined) return ok(createBlankDocument(name ?? 'Untitled flow', context))
  const found = await getTemplate(context, actor, template)
  return found.ok ? ok(found.value.document) : found
}

/** Creates a flow: blank, from a template, or from a document that the caller brings. */
export const createFlow = async (
  context: Context,
  actor: Actor,
  input: CreateFlow,
): Promise<Result<Flow, Failure>> => {
  const start = await startDocument(context, actor, input)
  if (!start.ok) return start
  const { settings } = start.value
  return retryOnTakenName(async () => {
    const names = await listFlowNames(context.db, actor.organizationId)
    const name = findFreeName(input.name ?? settings.name, names)
    if (input.name !== undefined && name !== input.name) return flowNameTaken(input.name)
    const id = context.newId()
    // A transaction of its own: what fails in it does not spoil the caller's.
    await context.db.transaction((tx) =>
      insertFlow(tx, {
        id,
        organizationId: actor.organizationId,
        document: { ...start.value, settings: { ...settings, name } },
        at: new Date(context.clock.now()),
        by: actor.userId,
      }),
    )
    return getFlow(context, actor, id)
  })
}
