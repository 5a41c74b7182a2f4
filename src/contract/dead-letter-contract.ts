import { z } from 'zod'
import { timestamp } from './list-schema.ts'

/** Work that was given up: what it was, and why. Never a code, never a whole recipient. */
export const deadLetterSchema = z
  .object({
    id: z.string(),
    /** `otp.send`, `otp.backup`, `webhook.process`, … */
    kind: z.string(),
    /** For people: "WhatsApp code to +62 812-•••-•789 of Demo Logistics". */
    about: z.string(),
    attempts: z.int(),
    createdAt: timestamp,
    givenUpAt: timestamp,
    lastError: z.string(),
    /** Why it can not be tried again; null when it can. */
    retryObjection: z.string().nullable(),
  })
  .meta({ id: 'DeadLetter' })

export type DeadLetter = z.infer<typeof deadLetterSchema>
