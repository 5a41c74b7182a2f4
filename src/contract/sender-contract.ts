import { z } from 'zod'
import { brandedNumberStates, brandedNumberSteps } from '#domain/otp/branded-number.ts'
import { channelSchema } from '#domain/otp/channel-schema.ts'
import { parsePhoneNumber } from '#domain/otp/recipient.ts'
import { senderRoutes } from '#domain/otp/sender-route.ts'
import { safeText, trimmedText } from '#domain/shared/text-schema.ts'
import { creditAmount, listOf, timestamp } from './list-schema.ts'

/** What became of a message that an admin sent to try a sender. */
export const senderTestSchema = z
  .object({
    id: z.string(),
    channel: channelSchema,
    route: z.enum(senderRoutes),
    maskedRecipient: z.string(),
    at: timestamp,
    /** null while it is on its way. */
    outcome: z.enum(['accepted', 'refused', 'unknown']).nullable(),
    /** What happened, as a sentence. */
    text: z.string(),
    providerCode: z.string().nullable(),
    costCredits: creditAmount,
  })
  .meta({ id: 'SenderTest' })

const senderErrorSchema = z.object({
  at: timestamp,
  /** What went wrong, as a sentence. */
  text: z.string(),
  /** What the provider calls it. */
  providerCode: z.string().nullable(),
  /** Whether the recipient is why, and not the sender. */
  isAboutRecipient: z.boolean(),
})

/** One channel of an organisation: which way its codes leave, and how that went lately. */
export const channelSenderSchema = z
  .object({
    channel: channelSchema,
    /** null: no sender is set up. */
    route: z.enum(senderRoutes).nullable(),
    /** What its messages come from. */
    from: z.string().nullable(),
    lastSuccessAt: timestamp.nullable(),
    lastError: senderErrorSchema.nullable(),
    lastTest: senderTestSchema.nullable(),
  })
  .meta({ id: 'ChannelSender' })

const brandedNumberEventSchema = z.object({
  step: z.enum(brandedNumberSteps),
  at: timestamp,
  by: z.string(),
  /** Why; empty where nothing was said. */
  note: z.string(),
})

const brandedNumber = {
  state: z.enum(brandedNumberStates),
  displayName: z.string(),
  /** E.164. */
  phoneNumber: z.string(),
  reason: z.string(),
  requestedAt: timestamp,
  /** Why the official number had to stand in last. */
  lastError: senderErrorSchema.nullable(),
  /** Oldest first. */
  history: z.array(brandedNumberEventSchema),
}

/** An organisation's WhatsApp number of its own. */
export const brandedNumberSchema = z.object(brandedNumber).meta({ id: 'BrandedNumber' })

export const senderSettingsSchema = z.strictObject({
  /** Whether all codes go to the sandbox inbox; null: only those for which there is no sender. */
  sandbox: z.boolean().nullable(),
  /** Whether the official WhatsApp number stands in where the branded one can not send. */
  fallsBack: z.boolean(),
})

export const senderOverviewSchema = z
  .object({
    settings: senderSettingsSchema,
    /** Whether this installation lets codes go to the sandbox inbox. */
    hasSandbox: z.boolean(),
    hasOfficialNumber: z.boolean(),
    channels: z.array(channelSenderSchema),
    brandedNumber: brandedNumberSchema.nullable(),
    /** Whether numbers can be arranged here: it takes a key that encrypts their tokens. */
    canBrand: z.boolean(),
    /** How many requests of organisations wait for the asker; null for who is no platform operator. */
    waitingNumbers: z.int().nullable(),
  })
  .meta({ id: 'SenderOverview' })

export const newSenderTestSchema = z.strictObject({
  channel: channelSchema,
  /** A phone number, for SMS and WhatsApp; Email goes to one's own address. */
  recipient: safeText.max(254).nullable(),
})

const internationalNumber = safeText
  .max(40)
  .refine(
    (text) => parsePhoneNumber(text, null) !== undefined,
    'must be a phone number with its country code, for example +62 812 3456 7890',
  )

export const brandedNumberRequestSchema = z.strictObject({
  /** What recipients see as the sender: Meta wants the organisation's name in it. */
  displayName: trimmedText(3, 100),
  phoneNumber: internationalNumber,
  reason: trimmedText(1, 1_000),
  fallsBack: z.boolean(),
})

/** A secret that is kept: never what it is. */
const keptSecretSchema = z
  .object({
    setAt: timestamp,
    /** Its last characters, at most four. */
    ending: z.string(),
  })
  .meta({ id: 'KeptSecret' })

/** A branded number as the platform operator sees it. */
export const arrangedNumberSchema = z
  .object({
    ...brandedNumber,
    organisation: z.object({ id: z.string(), name: z.string() }),
    phoneNumberId: z.string().nullable(),
    businessAccountId: z.string().nullable(),
    accessToken: keptSecretSchema.nullable(),
    appSecret: keptSecretSchema.nullable(),
  })
  .meta({ id: 'ArrangedNumber' })

export const arrangedNumberListSchema = listOf(arrangedNumberSchema)

const metaId = z
  .string()
  .trim()
  .regex(/^\d{1,40}$/, 'must be a number, as Meta shows it')
const secret = safeText.trim().min(16).max(1_000)

/** Where a number is at Meta. A secret that is null stays as it is. */
export const numberAccountSchema = z.strictObject({
  phoneNumberId: metaId,
  businessAccountId: metaId,
  accessToken: secret.nullable(),
  /** Of the number's own Meta app; not needed where it belongs to the platform's. */
  appSecret: secret.nullable(),
})

const note = trimmedText(1, 1_000)

/** What the operator does about a number. */
export const numberStepSchema = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('review') }),
  z.strictObject({ step: z.literal('activate'), account: numberAccountSchema }),
  z.strictObject({ step: z.literal('refuse'), note }),
  z.strictObject({ step: z.literal('suspend'), note }),
  z.strictObject({ step: z.literal('resume') }),
])

/** The message templates of a number, by language. */
export const numberTemplatesSchema = z
  .object({
    /** Its name says how long the codes live. */
    name: z.string(),
    items: z.array(
      z.object({
        language: z.string(),
        /** As Meta says: APPROVED, PENDING, REJECTED, PAUSED …; null: not handed in. */
        status: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'NumberTemplates' })

export type ArrangedNumber = z.infer<typeof arrangedNumberSchema>
export type BrandedNumber = z.infer<typeof brandedNumberSchema>
export type ChannelSender = z.infer<typeof channelSenderSchema>
export type NumberTemplates = z.infer<typeof numberTemplatesSchema>
export type SenderError = z.infer<typeof senderErrorSchema>
export type SenderOverview = z.infer<typeof senderOverviewSchema>
export type SenderTest = z.infer<typeof senderTestSchema>
