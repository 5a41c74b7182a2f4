import { z } from 'zod'
import { billingCurrencies } from '#domain/billing/credit-price.ts'
import { entryKinds } from '#domain/billing/ledger.ts'
import { channelSchema } from '#domain/otp/channel-schema.ts'
import { challengeStates } from '#domain/otp/otp-challenge.ts'
import { countrySchema } from '#domain/shared/country.ts'
import { idSchema } from '#domain/shared/identifier-schema.ts'
import { safeText } from '#domain/shared/text-schema.ts'
import { creditAmount, listQuery, timestamp } from './list-schema.ts'

/** How much credit there is, as far as people have to be told. */
const balanceLevel = z.enum(['enough', 'low', 'empty'])

export const balanceSchema = z
  .object({
    available: creditAmount,
    reserved: creditAmount,
    /** Charged since the first of the month (UTC), what came back taken off. */
    spentThisMonth: creditAmount,
    /** How many whole days the credit lasts at the pace of the last 30 days; null when none was spent. */
    daysLeft: z.int().nonnegative().nullable(),
    /** Below this the balance is low. */
    lowBalance: creditAmount,
    level: balanceLevel,
    currency: z.enum(billingCurrencies),
  })
  .meta({ id: 'Balance' })

/** The same, in short: for whoever has to know when credit runs out. */
export const creditLevelSchema = z
  .object({ available: creditAmount, level: balanceLevel })
  .meta({ id: 'CreditLevel' })

export const billingSettingsSchema = z.strictObject({
  /** Below so many whole credits the balance is low. */
  lowBalance: z.int().min(0).max(1_000_000_000),
  /** What top-ups are paid in; without it, it stays. */
  currency: z.enum(billingCurrencies).optional(),
})

export const ledgerEntrySchema = z
  .object({
    id: z.string(),
    kind: z.enum(entryKinds),
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

/** Which entries: those that all of these say. */
const ledgerFilter = {
  kind: z.enum(entryKinds).optional(),
  flowId: idSchema.optional(),
  taskId: idSchema.optional(),
  workerId: idSchema.optional(),
  channel: channelSchema.optional(),
  country: countrySchema.optional(),
  from: timestamp.optional(),
  /** Entries from this time on are left out. */
  to: timestamp.optional(),
}

export const ledgerQuery = z.object({ ...listQuery, ...ledgerFilter })
export const ledgerCsvQuery = z.object(ledgerFilter)

/** Whence an entry: the code that it is for, its price, and all that was booked for it. */
export const ledgerStorySchema = z
  .object({
    entry: ledgerEntrySchema,
    /** What was booked for the same code, oldest first. */
    postings: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(entryKinds),
        from: z.string(),
        to: z.string(),
        credits: creditAmount,
        createdAt: timestamp,
      }),
    ),
    challenge: z
      .object({
        id: z.string(),
        componentId: z.string(),
        maskedRecipient: z.string(),
        status: z.enum(challengeStates),
        failureCode: z.string().nullable(),
        providerMessageId: z.string().nullable(),
        sentAt: timestamp.nullable(),
        deliveredAt: timestamp.nullable(),
        verifiedAt: timestamp.nullable(),
        worker: z.string(),
        taskId: z.string(),
        flowName: z.string(),
        flowVersion: z.int(),
      })
      .nullable(),
    /** The price as it was when the code was paid for. */
    rate: z
      .object({ credits: creditAmount, effectiveFrom: timestamp, source: z.string() })
      .nullable(),
  })
  .meta({ id: 'LedgerStory' })

const named = z.object({ id: z.string(), name: z.string() })

/** What codes were sent for, to choose from. */
export const usageNamesSchema = z
  .object({ flows: z.array(named), workers: z.array(named), countries: z.array(z.string()) })
  .meta({ id: 'UsageNames' })

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
    /** What one costs on average, by where the organisation's codes went in the last 30 days. */
    expected: creditAmount.nullable(),
    homeCountry: z.string(),
    /** Allowed countries for which there is no rate. */
    withoutRate: z.array(z.string()),
  })
  .meta({ id: 'ChannelCost' })

export const channelCostListSchema = creditLevelSchema
  .extend({ items: z.array(channelCostSchema) })
  .meta({ id: 'ChannelCostList' })

export type Balance = z.infer<typeof balanceSchema>
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>
export type ChannelCost = z.infer<typeof channelCostSchema>
export type LedgerStory = z.infer<typeof ledgerStorySchema>
export type UsageNames = z.infer<typeof usageNamesSchema>
