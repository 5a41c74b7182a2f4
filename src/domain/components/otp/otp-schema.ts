import { z } from 'zod'
import { channelSchema } from '#domain/otp/channel-schema.ts'
import { componentIdSchema } from '#domain/shared/identifier-schema.ts'
import { componentBase } from '../component-base-schema.ts'

/** How many digits a code may have; under six, NIST SP 800-63B is not met. */
export const digitBounds = { minimum: 4, maximum: 8, usual: 6 } as const

/** How long a code may take to arrive before the backup channel is offered or used, in seconds. */
export const backupWaitBounds = { minimum: 30, maximum: 300, usual: 60 } as const

/** Sends a one-time code to the recipient and asks the worker for it. */
export const otpSchema = z.strictObject({
  type: z.literal('otp'),
  ...componentBase,
  /** Send OTP Via. */
  channel: channelSchema.default('whatsapp'),
  digits: z.int().min(digitBounds.minimum).max(digitBounds.maximum).default(digitBounds.usual),
  /** The component whose answer the code is sent to. */
  recipientField: componentIdSchema.nullable().default(null),
  /** Tried when the first channel says that the recipient cannot be reached. */
  backupChannel: channelSchema.nullable().default(null),
  /** Whether the backup channel is used without the worker's asking for it. */
  backupAutomatic: z.boolean().default(false),
  backupAfterSeconds: z
    .int()
    .min(backupWaitBounds.minimum)
    .max(backupWaitBounds.maximum)
    .default(backupWaitBounds.usual),
})

export type OtpComponent = z.infer<typeof otpSchema>
