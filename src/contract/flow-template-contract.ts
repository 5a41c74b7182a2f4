import { z } from 'zod'
import { flowDocumentSchema } from '#domain/flow/flow-schema.ts'
import { idSchema } from '#domain/shared/identifier-schema.ts'
import { safeText, trimmedText } from '#domain/shared/text-schema.ts'

/** What a flow can be made from, with its document for a preview. */
export const flowTemplateSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    /** Whether it is the organisation's own: those can be renamed and deleted. */
    isOwn: z.boolean(),
    document: flowDocumentSchema,
  })
  .meta({ id: 'FlowTemplate' })

const naming = {
  name: trimmedText(1, 100),
  description: safeText.max(1_000),
}

export const saveTemplateSchema = z.strictObject({
  flowId: idSchema,
  ...naming,
  description: naming.description.default(''),
})

export const renameTemplateSchema = z.strictObject({
  name: naming.name.optional(),
  description: naming.description.optional(),
})

export type FlowTemplate = z.infer<typeof flowTemplateSchema>
export type SaveTemplate = z.infer<typeof saveTemplateSchema>
export type RenameTemplate = z.infer<typeof renameTemplateSchema>
