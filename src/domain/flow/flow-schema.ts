import { z } from 'zod'
import { componentSchema } from '#domain/components/component-registry.ts'
import { fallbackLanguage, languageCodes } from '#domain/otp/message-language.ts'
import { foreignSchema } from '#domain/shared/foreign-schema.ts'
import { componentIdSchema, idSchema } from '#domain/shared/identifier-schema.ts'
import { safeText } from '#domain/shared/text-schema.ts'
import { titleSchema } from '#domain/shared/title-schema.ts'
import { finishTarget } from './finish-target.ts'
import { flowNameSchema } from './flow-name.ts'

/** The shape of documents that this code writes. Older ones are lifted by `migrations/lift-document.ts`. */
export const currentSchemaVersion = 4

/** How large a document may be before it is refused. */
export const documentLimits = { bytes: 2 * 1024 * 1024, pages: 1_000, components: 5_000 } as const

const comparison = z.strictObject({
  field: componentIdSchema,
  operator: z.enum(['is', 'isNot', 'isEmpty', 'isNotEmpty', 'greaterThan', 'lessThan', 'contains']),
  value: z.union([safeText.max(500), z.number(), z.null()]).default(null),
})

/** When a transition is taken: all, or any, of some comparisons with earlier answers. */
export const conditionSchema = z.strictObject({
  match: z.enum(['all', 'any']),
  comparisons: z.array(comparison).min(1).max(20),
})

export const transitionSchema = z
  .strictObject({
    id: idSchema,
    to: z.union([z.literal(finishTarget), idSchema]),
    when: conditionSchema.nullable().default(null),
  })
  .meta({ id: 'Transition' })

export const positionSchema = z.strictObject({
  x: z.number().min(-1e6).max(1e6),
  y: z.number().min(-1e6).max(1e6),
})

/** Initial Page: filled when the task is created. Mobile App Page: walked by the worker. */
const pageKindSchema = z.enum(['initial', 'mobile'])

export const pageSchema = z
  .strictObject({
    id: idSchema,
    kind: pageKindSchema,
    title: titleSchema,
    position: positionSchema.default({ x: 0, y: 0 }),
    components: z.array(componentSchema).max(documentLimits.components),
    /** Tried in order; when empty, the next page in order comes next. */
    next: z.array(transitionSchema).max(50).default([]),
    foreign: foreignSchema.default({}),
  })
  .meta({ id: 'Page' })

const flowDescription = safeText.max(1_000)
/** What the messages of its codes are written in. */
const flowLanguage = z.enum(languageCodes)

export const flowSettingsSchema = z.strictObject({
  name: flowNameSchema,
  description: flowDescription.default(''),
  language: flowLanguage.default(fallbackLanguage),
  foreign: foreignSchema.default({}),
})

/** Some of the settings; what is absent stays as it is. */
export const flowSettingsChangesSchema = z.strictObject({
  name: flowNameSchema.optional(),
  description: flowDescription.optional(),
  language: flowLanguage.optional(),
  foreign: foreignSchema.optional(),
})

/** Some of a page's own settings; what is absent stays as it is. */
export const pageSettingsChangesSchema = z.strictObject({
  title: pageSchema.shape.title.optional(),
  foreign: foreignSchema.optional(),
})

/** A whole flow. Ids are unique, references are by id; `parse-document.ts` also checks that. */
export const flowDocumentSchema = z
  .strictObject({
    schemaVersion: z.literal(currentSchemaVersion).default(currentSchemaVersion),
    settings: flowSettingsSchema,
    pages: z.array(pageSchema).min(1).max(documentLimits.pages),
  })
  .meta({ id: 'FlowDocument' })

export type FlowDocument = z.infer<typeof flowDocumentSchema>
export type FlowSettings = z.infer<typeof flowSettingsSchema>
export type Page = z.infer<typeof pageSchema>
export type Transition = z.infer<typeof transitionSchema>
export type Condition = z.infer<typeof conditionSchema>
