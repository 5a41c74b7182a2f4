import { z } from 'zod'
import { findUnsafeJson } from './unsafe-json.ts'

/**
 * What came with an imported flow and means nothing here, under its own keys: shown in the settings,
 * and written back on export.
 */
export const foreignSchema = z
  .record(z.string(), z.unknown())
  .refine((foreign) => findUnsafeJson(foreign) === undefined, 'must be plain JSON')

export type Foreign = z.infer<typeof foreignSchema>
