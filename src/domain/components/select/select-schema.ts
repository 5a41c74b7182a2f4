import { z } from 'zod'
import { componentIdSchema, idSchema } from '#domain/shared/identifier-schema.ts'
import { safeText, trimmedText } from '#domain/shared/text-schema.ts'
import { componentBase } from '../component-base-schema.ts'

/** How many options a Select may have. */
export const mostOptions = 100

const isUnique = (values: readonly string[]) => new Set(values).size === values.length

const optionId = idSchema.max(40)

/** What can be chosen. The label may change, the id is what answers, conditions and actions name. */
const optionSchema = z.strictObject({ id: optionId, label: trimmedText(1, 100) })

const optionsSchema = z
  .array(optionSchema)
  .min(1, 'needs at least one option')
  .max(mostOptions, `has at most ${mostOptions} options`)
  .refine((options) => isUnique(options.map(({ id }) => id)), 'has two options with one id')
  .refine((options) => isUnique(options.map(({ label }) => label)), 'has two options alike')

/** What happens to components that come later once one of some options is chosen. */
const actionSchema = z.strictObject({
  options: z.array(optionId).min(1).max(mostOptions),
  do: z.enum(['show', 'hide', 'fill']),
  targets: z.array(componentIdSchema).min(1).max(50),
  /** Fill: the answer, in the form in which the target stores it; else null. */
  value: z
    .union([safeText.max(5_000), z.number(), z.array(optionId).max(mostOptions), z.null()])
    .default(null),
})

const selectStyles = ['dropdown', 'checkbox', 'button'] as const

const count = z.int().min(1).max(mostOptions).nullable()

/** Asks to choose from fixed options, and may show, hide or fill what comes later. */
export const selectSchema = z.strictObject({
  type: z.literal('select'),
  ...componentBase,
  options: optionsSchema.default([
    { id: 'option1', label: 'Option 1' },
    { id: 'option2', label: 'Option 2' },
  ]),
  style: z.enum(selectStyles).default('dropdown'),
  /** How many must be chosen, once anything is. A dropdown always takes one. */
  minimumSelected: count.default(null),
  /** How many may be chosen; null for any number. */
  maximumSelected: count.default(1),
  /** The options that stand there chosen when the page is opened. */
  defaultValue: z.array(optionId).max(mostOptions).default([]),
  actions: z.array(actionSchema).max(50).default([]),
})

export type SelectComponent = z.infer<typeof selectSchema>
export type SelectOption = SelectComponent['options'][number]
export type SelectAction = SelectComponent['actions'][number]
