import { z } from 'zod'
import { channelSchema } from '#domain/otp/channel-schema.ts'
import { countrySchema } from '#domain/shared/country.ts'
import { safeText } from '#domain/shared/text-schema.ts'
import { creditAmount, listQuery, timestamp } from './list-schema.ts'

export const balanceSchema = z
  .object({ available: creditAmount, reserved: creditAmount })
  .meta({ id: 'Balance' })

export const ledgerEntrySchema = z
  .object({
    id: z.string(),
    kind: z.enum(['hold', 'capture', 'release', 'refund', 'top-up', 'adjustment']),
    /** What it did to Available Credits; 0 for a capture. */
    amount: creditAmount,
    /** For people: "WhatsApp code to +62 812-•••-•789". */
    description: z.string(),
    channel: channelSchema.nullable(),
    country: z.string().nullable(),
    taskId: z.string().nullable(),
    createdAt: timestamp,
  })
  .meta({ id: 'LedgerEntry' })

export const ledgerQuery = z.object({ ...listQuery })

export const quoteRequestSchema = z.strictObject({
  channel: channelSchema,
  recipient: safeText.max(254),
  defaultCountry: countrySchema.optional(),
})

/** What one send would cost. For Email `email`, for SMS and WhatsApp `e164` and `country`. */
export const quoteSchema = z
  .object({
    e164: z.string().optional(),
    email: z.string().optional(),
    country: z.string().optional(),
    credits: creditAmount,
    allowed: z.boolean(),
  })
  .meta({ id: 'Quote' })

/** What one send of a channel costs over the countries that the organisation allows. */
export const channelCostSchema = z
  .object({
    channel: channelSchema,
    minimum: creditAmount.nullable(),
    maximum: creditAmount.nullable(),
    home: creditAmount.nullable(),
    homeCountry: z.string(),
    /** Allowed countries for which there is no rate. */
    withoutRate: z.array(z.string()),
  })
  .meta({ id: 'ChannelCost' })

export const channelCostListSchema = z.object({
  items: z.array(channelCostSchema),
  available: creditAmount,
})

export type Balance = z.infer<typeof balanceSchema>
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>
export type ChannelCost = z.infer<typeof channelCostSchema>
