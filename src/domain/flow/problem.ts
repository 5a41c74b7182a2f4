import { z } from 'zod'
import { operationSchema } from './operation-schema.ts'

/** Something that would fail in the field. Errors block Publish, never Save; warnings block nothing. */
export const problemSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  pageId: z.string().nullable(),
  componentId: z.string().nullable(),
  /** The setting that mends it. */
  setting: z.string().nullable(),
  /** The way that shows it, where it depends on the way: page ids from the Initial Page on. */
  path: z.array(z.string()).readonly().nullable(),
  fix: z.object({ label: z.string(), operation: operationSchema }).nullable(),
})

export type Problem = z.infer<typeof problemSchema>
