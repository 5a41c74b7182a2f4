import { z } from 'zod'
import { billingCurrencies } from '#domain/billing/credit-price.ts'
import { channelSchema } from '#domain/otp/channel-schema.ts'
import { countrySchema } from '#domain/shared/country.ts'
import { regions } from '#domain/shared/region.ts'
import { safeText } from '#domain/shared/text-schema.ts'
import { creditAmount, timestamp } from './list-schema.ts'

const int = z.int().nonnegative()

/** What is said of each channel whose price depends on the country. */
const byChannel = <Value extends z.ZodType>(value: Value) =>
  z.object({ whatsapp: value, sms: value })

/** Another price than the one in force: the one before it, or the one announced. */
const rateChangeSchema = z.object({
  credits: creditAmount,
  /** When the newer one of the two takes effect. */
  effectiveFrom: timestamp,
})

/** One country's rates, both channels side by side; null: no rate, so nothing can be sent there. */
export const countryRateSchema = z
  .object({
    country: z.string(),
    countryName: z.string(),
    callingCode: z.string(),
    region: z.enum(regions).nullable(),
    whatsapp: creditAmount.nullable(),
    sms: creditAmount.nullable(),
    /** The price before the one in force. */
    changes: byChannel(rateChangeSchema.nullable()),
    /** The next price, where one is known. */
    announced: byChannel(rateChangeSchema.nullable()),
    /** Whether the organisation's OTP policy allows sending there. */
    allowed: z.boolean(),
    isHome: z.boolean(),
    /** Codes that the organisation sent there in the last 30 days. */
    traffic: byChannel(int),
  })
  .meta({ id: 'CountryRate' })

const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional()

/** Which countries' rates; `search` also takes a calling code or a whole phone number. */
export const rateListQuery = z.object({
  search: safeText.max(100).optional(),
  channel: channelSchema.optional(),
  region: z.enum(regions).optional(),
  allowed: flag,
  used: flag,
  changed: flag,
  withoutRate: flag,
  at: timestamp.optional(),
})

/** All countries at once: there are about 250. */
export const rateListSchema = z
  .object({
    email: creditAmount,
    items: z.array(countryRateSchema),
    /** The newest date from which one of the rates holds. */
    effectiveFrom: timestamp,
    /** What the organisation pays in. */
    currency: z.enum(billingCurrencies),
    /** Whether whoever asks may change rates: platform operators may. */
    mayChange: z.boolean(),
  })
  .meta({ id: 'RateList' })

export const rateHistoryQuery = z.object({ country: countrySchema })

/** Every price that a country had, has and will have, newest first. */
export const rateHistorySchema = z
  .object({
    country: z.string(),
    countryName: z.string(),
    items: z.array(
      z.object({
        channel: channelSchema,
        credits: creditAmount,
        effectiveFrom: timestamp,
        source: z.string(),
      }),
    ),
  })
  .meta({ id: 'RateHistory' })

/** How a file of new rates is taken. */
export const rateImportQuery = z.object({
  /** Only says what would change. */
  dryRun: flag,
  /** For rates that do not say it themselves: from when on they hold. Never in the past. */
  effectiveFrom: timestamp.optional(),
  /** Takes changes to three times the price or more, or to a third of it or less. */
  allowSuspicious: flag,
  /** Where the prices are from. */
  source: safeText.trim().min(1).max(200).optional(),
})

/** New rates: each has `credits`, or `priceUsd` to be converted. Checked one by one, with its place. */
export const rateImportSchema = z.strictObject({
  rates: z
    .array(
      z.strictObject({
        channel: safeText.max(20),
        country: safeText.max(20),
        credits: safeText.max(40).optional(),
        priceUsd: safeText.max(40).optional(),
        effectiveFrom: safeText.max(40).optional(),
      }),
    )
    .min(1)
    .max(50_000),
})

/** What an import changes, or would change, and for whom. */
export const rateImportReportSchema = z
  .object({
    isDryRun: z.boolean(),
    counts: z.object({ raised: int, lowered: int, new: int, same: int, suspicious: int }),
    /** All but the rates that stay the same. */
    changes: z.array(
      z.object({
        channel: channelSchema,
        country: z.string(),
        countryName: z.string(),
        kind: z.enum(['raised', 'lowered', 'new']),
        before: creditAmount.nullable(),
        after: creditAmount,
        effectiveFrom: timestamp,
        isSuspicious: z.boolean(),
      }),
    ),
    /** Rates of the same channels that the file does not name: they stay as they are. */
    missing: z.array(
      z.object({ channel: channelSchema, country: z.string(), countryName: z.string() }),
    ),
    /** Who sent codes there in the last 30 days, and by how much these codes would cost more, or less. */
    organisations: z.array(
      z.object({
        name: z.string(),
        sends: int,
        countries: z.array(z.string()),
        difference: creditAmount,
      }),
    ),
  })
  .meta({ id: 'RateImportReport' })

export type CountryRate = z.infer<typeof countryRateSchema>
export type RateList = z.infer<typeof rateListSchema>
export type RateHistory = z.infer<typeof rateHistorySchema>
export type RateImportReport = z.infer<typeof rateImportReportSchema>
