import { z } from 'zod'
import { safeText } from '#domain/shared/text-schema.ts'
import { componentBase } from '../component-base-schema.ts'
import { dataTypeSchema } from '../data-type.ts'

/** Shows a fixed text, or with `$componentId` what was answered earlier. */
export const viewSchema = z.strictObject({
  type: z.literal('view'),
  ...componentBase,
  dataType: dataTypeSchema.default('text'),
  value: safeText.max(2_000).default(''),
})

export type ViewComponent = z.infer<typeof viewSchema>
