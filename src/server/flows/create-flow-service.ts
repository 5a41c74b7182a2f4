import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type { createFlowSchema, Flow } from '#contract/flow-contract.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { createBlankDocument } from './blank-document.ts'
import { insertFlow, listFlowNames } from './flow-repo.ts'
import { findFreeName } from './free-name.ts'
import { getFlow } from './get-flow-service.ts'
import { readDocument } from './read-document.ts'
import { flowTemplates } from './templates/flow-templates.ts'

export type CreateFlow = z.infer<typeof createFlowSchema>

const startDocument = (
  context: Context,
  { name, template, document }: CreateFlow,
): Result<FlowDocument, Failure> => {
  if (document !== undefined) return readDocument(document)
  if (template !== undefined) return ok(flowTemplates[template])
  return ok(createBlankDocument(name ?? 'Untitled flow', context))
}

/** Creates a flow: blank, from a template, or from a document that the caller brings. */
export const createFlow = async (
  context: Context,
  actor: Actor,
  input: CreateFlow,
): Promise<Result<Flow, Failure>> => {
  const start = startDocument(context, input)
  if (!start.ok) return start
  const names = await listFlowNames(context.db, actor.organizationId)
  if (input.name !== undefined && names.includes(input.name)) {
    return err({ code: 'name-taken', detail: `Another flow is called "${input.name}".` })
  }
  const { settings } = start.value
  const name = input.name ?? findFreeName(settings.name, names)
  const id = context.newId()
  await insertFlow(context.db, {
    id,
    organizationId: actor.organizationId,
    document: { ...start.value, settings: { ...settings, name } },
    at: new Date(context.clock.now()),
    by: actor.userId,
  })
  return getFlow(context, actor, id)
}
