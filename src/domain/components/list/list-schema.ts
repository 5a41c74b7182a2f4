import { z } from 'zod'
import { isSafePattern } from '#domain/shared/safe-pattern.ts'
import { safeText } from '#domain/shared/text-schema.ts'
import { componentBase } from '../component-base-schema.ts'
import { listKinds, listLimits } from './list-limits.ts'

const length = z.int().min(1).max(listLimits.nameLength).nullable().default(null)

/** Asks for something about each entry of a list: a text, a tick or a quantity. */
export const listSchema = z.strictObject({
  type: z.literal('list'),
  ...componentBase,
  listType: z.enum(listKinds).default('checkbox'),
  entries: z
    .array(safeText.trim().min(1).max(listLimits.nameLength))
    .max(listLimits.entries)
    .default([]),
  /** Whether the worker may add entries, and what their names must be like. */
  addNew: z.boolean().default(false),
  minimumLength: length,
  maximumLength: length,
  /** A regular expression that the whole name must match; empty for none. */
  pattern: safeText
    .max(200)
    .refine(isSafePattern, 'must be a regular expression without repeated groups or look-around')
    .default(''),
})

export type ListComponent = z.infer<typeof listSchema>
