import { z } from 'zod'
import { operationSchema } from '#domain/flow/operation-schema.ts'
import { componentIdSchema, idSchema } from '#domain/shared/identifier-schema.ts'
import { safeText, trimmedText } from '#domain/shared/text-schema.ts'
import { timestamp } from './list-schema.ts'

export const publishLimits = { name: 60, note: 500 } as const

export const publishFlowSchema = z.strictObject({
  name: trimmedText(0, publishLimits.name).default(''),
  note: safeText.max(publishLimits.note).default(''),
  /** The revision whose changes were looked at; another one is then not published unseen. */
  revision: z.int().min(0).optional(),
})

/** One thing that somebody did to a flow, in words. */
export const flowEditSchema = z
  .object({
    revision: z.int(),
    at: timestamp,
    by: z.string(),
    /** Tells two people of one name apart. */
    byId: z.string(),
    text: z.string(),
    /** Whose settings it changed, where the text does not say it. */
    subject: z.string().nullable(),
  })
  .meta({ id: 'FlowEdit' })

/** Who changed a flow since a revision, and how often. */
export const flowAuthorSchema = z
  .object({ by: z.string(), byId: z.string(), edits: z.int() })
  .meta({ id: 'FlowAuthor' })

/** What of a version comes back: all of it, one page, or one component. */
export const restoreVersionSchema = z
  .strictObject({ pageId: idSchema.optional(), componentId: componentIdSchema.optional() })
  .refine(({ pageId, componentId }) => pageId === undefined || componentId === undefined, {
    message: 'name a page or a component, not both',
    path: ['componentId'],
  })

export const restoredSchema = z
  .object({
    revision: z.int(),
    /** What was done, in words; null when everything was as in that version already. */
    text: z.string().nullable(),
    /** The operation that takes it back. */
    undo: operationSchema.nullable(),
  })
  .meta({ id: 'Restored' })

export type PublishFlow = z.infer<typeof publishFlowSchema>
export type FlowAuthor = z.infer<typeof flowAuthorSchema>
export type FlowEdit = z.infer<typeof flowEditSchema>
export type RestoreVersion = z.infer<typeof restoreVersionSchema>
export type Restored = z.infer<typeof restoredSchema>
