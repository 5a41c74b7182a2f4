import { z } from 'zod'
import { type Foreign, foreignSchema } from '#domain/shared/foreign-schema.ts'
import { componentIdSchema } from '#domain/shared/identifier-schema.ts'
import { safeText } from '#domain/shared/text-schema.ts'
import { titleSchema } from '#domain/shared/title-schema.ts'

/**
 * What every component has. No key is ever absent: a setting that is not set is null or empty, so
 * that changing it and undoing the change restores the document byte for byte.
 */
export const componentBase = {
  id: componentIdSchema,
  title: titleSchema,
  required: z.boolean().default(true),
  visible: z.boolean().default(true),
  helpText: safeText.max(500).default(''),
  foreign: foreignSchema.default({}),
}

export interface ComponentBase {
  id: string
  type: string
  title: string
  required: boolean
  visible: boolean
  helpText: string
  foreign: Foreign
}
