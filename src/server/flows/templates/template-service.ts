import type { Failure } from '#contract/failure.ts'
import type {
  FlowTemplate,
  RenameTemplate,
  SaveTemplate,
} from '#contract/flow-template-contract.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { isUniqueViolation } from '#server/platform/db/is-unique-violation.ts'
import { getFlow } from '../get-flow-service.ts'
import { builtInTemplates } from './built-in-templates.ts'
import {
  deleteTemplateRow,
  findTemplate,
  insertTemplate,
  listTemplates,
  updateTemplate,
} from './template-repo.ts'

const notFound = () => err<Failure>({ code: 'not-found', detail: 'There is no such template.' })

const toBuiltIn = ([id, document]: [string, FlowDocument]): FlowTemplate => {
  const { name, description } = document.settings
  return { id, name, description, isOwn: false, document }
}

/** A flow that is made from it is called what the template is called by now. */
const toOwn = ({ id, name, description, document }: Omit<FlowTemplate, 'isOwn'>): FlowTemplate => ({
  id,
  name,
  description,
  isOwn: true,
  document: { ...document, settings: { ...document.settings, name, description } },
})

/** The organisation's own templates by name, then those that everybody has. */
export const listFlowTemplates = async (
  { db }: Pick<Context, 'db'>,
  actor: Actor,
): Promise<Result<{ items: FlowTemplate[] }, Failure>> => {
  const own = await listTemplates(db, actor.organizationId)
  return ok({
    items: [...own.map(toOwn), ...[...builtInTemplates].map(toBuiltIn)],
  })
}

/** One template: of the organisation, or one that everybody has. */
export const getTemplate = async (
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  templateId: string,
): Promise<Result<FlowTemplate, Failure>> => {
  const document = builtInTemplates.get(templateId)
  if (document !== undefined) return ok(toBuiltIn([templateId, document]))
  const row = await findTemplate(db, actor.organizationId, templateId)
  return row === undefined ? notFound() : ok(toOwn(row))
}

/** Says so when the organisation has a template of that name. */
const refuseTakenName = async <Value>(
  write: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> => {
  try {
    return await write()
  } catch (error) {
    if (!isUniqueViolation(error, 'flow_templates_name')) throw error
    return err({ code: 'template-name-taken', detail: 'Another template has that name.' })
  }
}

/** Keeps a copy of a flow's newest document as a template, under a name and description of its own. */
export const saveTemplate = async (
  context: Context,
  actor: Actor,
  { flowId, name, description }: SaveTemplate,
): Promise<Result<FlowTemplate, Failure>> => {
  const flow = await getFlow(context, actor, flowId)
  if (!flow.ok) return flow
  const { db, clock, newId } = context
  const template = { id: newId(), name, description, document: flow.value.document }
  return refuseTakenName(async () => {
    await insertTemplate(db, {
      ...template,
      organizationId: actor.organizationId,
      createdBy: actor.userId,
      createdAt: new Date(clock.now()),
    })
    return ok(toOwn(template))
  })
}

/** Changes the name or the description of one of the organisation's templates. */
export const renameTemplate = (
  { db }: Context,
  actor: Actor,
  { templateId, name, description }: RenameTemplate & { templateId: string },
): Promise<Result<FlowTemplate, Failure>> =>
  refuseTakenName(async () => {
    const changes = {
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
    }
    const isThere =
      Object.keys(changes).length === 0 ||
      (await updateTemplate(db, actor.organizationId, templateId, changes))
    const row = isThere ? await findTemplate(db, actor.organizationId, templateId) : undefined
    return row === undefined ? notFound() : ok(toOwn(row))
  })

/** Deletes one of the organisation's templates; flows that were made from it stay as they are. */
export const deleteTemplate = async (
  { db }: Context,
  actor: Actor,
  templateId: string,
): Promise<Result<undefined, Failure>> => {
  const isDeleted = await deleteTemplateRow(db, actor.organizationId, templateId)
  return isDeleted ? ok(undefined) : notFound()
}
