import { z } from 'zod'

/** PostgreSQL cannot store U+0000 in text, so it is refused at the border with a clear reason. */
export const safeText = z
  .string()
  .refine((text) => !text.includes('\u0000'), 'must not contain the NUL character')

/** Text of a bounded length, ends trimmed. */
export const trimmedText = (minimum: number, maximum: number) =>
  safeText.trim().min(minimum).max(maximum)
