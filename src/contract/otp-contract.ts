import { z } from 'zod'
import { channelSchema } from '#domain/otp/channel-schema.ts'
import { challengeStates } from '#domain/otp/otp-challenge.ts'
import { componentIdSchema } from '#domain/shared/identifier-schema.ts'
import { creditAmount, timestamp } from './list-schema.ts'

export const sendOtpSchema = z.strictObject({
  componentId: componentIdSchema,
  /** Send over the component's backup channel instead. */
  useBackupChannel: z.boolean().default(false),
})

/** A challenge as the worker may see it: never the code, never the full recipient. */
export const challengeSchema = z
  .object({
    challengeId: z.string(),
    componentId: z.string(),
    channel: channelSchema,
    maskedRecipient: z.string(),
    status: z.enum(challengeStates),
    /** Why it failed, as a sentence; null otherwise. */
    failure: z.string().nullable(),
    failureCode: z.string().nullable(),
    digits: z.int(),
    attemptsLeft: z.int(),
    costCredits: creditAmount,
    createdAt: timestamp,
    sentAt: timestamp.nullable(),
    deliveredAt: timestamp.nullable(),
    verifiedAt: timestamp.nullable(),
    expiresAt: timestamp,
    resendAt: timestamp,
  })
  .meta({ id: 'Challenge' })

export const challengeListSchema = z.object({ items: z.array(challengeSchema) })

export const verifyOtpSchema = z.strictObject({
  componentId: componentIdSchema,
  code: z
    .string()
    .trim()
    .regex(/^\d{4,8}$/, 'must be 4 to 8 digits'),
})

export const verifiedSchema = z.object({ verifiedAt: timestamp }).meta({ id: 'Verified' })

export type Challenge = z.infer<typeof challengeSchema>
