import { z } from 'zod'
import { type ErrorCode, errorCodes } from './error-codes.ts'

const codes = Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]

/** RFC 9457 problem details, the body of every answer that is not a success. */
export const problemDetailsSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(codes),
    detail: z.string(),
    /** What is wrong, place by place. */
    errors: z
      .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
      .optional(),
    /** Tries left for the code, with `otp-wrong-code`. */
    attemptsLeft: z.int().optional(),
    /** Seconds to wait, with 429; the same as the `Retry-After` header. */
    retryAfter: z.int().optional(),
  })
  .meta({ id: 'ProblemDetails' })

export type ProblemDetails = z.infer<typeof problemDetailsSchema>
