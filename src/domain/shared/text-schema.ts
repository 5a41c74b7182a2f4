import { z } from 'zod'

/** PostgreSQL can store neither U+0000 nor a lone surrogate in text, so they are refused at the border with a clear reason. */
export const safeText = z
  .string()
  .refine((text) => !text.includes('\u0000'), 'must not contain the NUL character')
  .refine((text) => text.isWellFormed(), 'must not contain half of a character')

/** Text of a bounded length, ends trimmed. */
export const trimmedText = (minimum: number, maximum: number) =>
  safeText.trim().min(minimum).max(maximum)
