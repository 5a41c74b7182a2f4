import { z } from 'zod'
import { channelSchema } from '#domain/otp/channel-schema.ts'
import { listQuery, timestamp } from './list-schema.ts'

/** What becomes of a message in the sandbox. */
export const sandboxOutcomes = [
  'delivered',
  'undeliverable',
  'not-on-whatsapp',
  'slow',
  'provider-down',
] as const

/** A message as its recipient sees it. Only the sandbox shows one in full: nobody real received it. */
export const sandboxMessageSchema = z
  .object({
    id: z.string(),
    channel: channelSchema,
    recipient: z.string(),
    /** Who it is from: an address, a number or a verified name. */
    sender: z.string(),
    subject: z.string().nullable(),
    text: z.string(),
    /** The code alone, for tests and for WhatsApp's "Copy code" button. */
    code: z.string(),
    outcome: z.enum(sandboxOutcomes),
    createdAt: timestamp,
  })
  .meta({ id: 'SandboxMessage' })

export const sandboxMessageQuery = z.object({
  ...listQuery,
  recipient: z.string().max(254).optional(),
})

/** What happens to messages that are sent from now on, to one recipient or to all. */
export const sandboxRuleSchema = z
  .object({
    /** E.164 or an email address; null for everybody. */
    recipient: z.string().max(254).nullable(),
    outcome: z.enum(sandboxOutcomes),
  })
  .meta({ id: 'SandboxRule' })

export const sandboxRuleListSchema = z.object({ items: z.array(sandboxRuleSchema) })

/** What the provider reports later of a message that it had accepted. */
export const sandboxReportSchema = z.strictObject({
  outcome: z.enum(['delivered', 'undeliverable']),
})

export type SandboxMessage = z.infer<typeof sandboxMessageSchema>
export type SandboxOutcome = (typeof sandboxOutcomes)[number]
export type SandboxRule = z.infer<typeof sandboxRuleSchema>
