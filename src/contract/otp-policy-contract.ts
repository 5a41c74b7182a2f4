import { z } from 'zod'
import { otpPolicySchema, prefixSchema } from '#domain/otp/otp-policy.ts'
import { countrySchema } from '#domain/shared/country.ts'
import { regions } from '#domain/shared/region.ts'
import { creditAmount, timestamp } from './list-schema.ts'

/** The policy in force, and what there is to say beside it. */
export const otpPolicySettingsSchema = z
  .object({
    policy: otpPolicySchema,
    /** Also the ETag: what `If-Match` has to name. */
    revision: z.int().nonnegative(),
    homeCountry: z.string(),
    /** What the codes of the present day (UTC) have cost so far; what came back is taken off. */
    spentToday: creditAmount,
    /** When the cap begins anew. */
    dayEndsAt: timestamp,
  })
  .meta({ id: 'OtpPolicySettings' })

/** A country that can be allowed, or why it can not. */
export const policyCountrySchema = z
  .object({
    country: z.string(),
    callingCode: z.string(),
    region: z.enum(regions).nullable(),
    /** Much of the traffic there is fraud. */
    isHighRisk: z.boolean(),
    /** Whether any provider delivers there: else it can not be allowed. */
    isSupported: z.boolean(),
    /** Without a rate nothing can be sent by a channel. */
    hasRate: z.object({ sms: z.boolean(), whatsapp: z.boolean() }),
  })
  .meta({ id: 'PolicyCountry' })

export const policyCountryListSchema = z.object({ items: z.array(policyCountrySchema) })

/** A country, or the beginning of numbers. */
export const placeSchema = z.union([countrySchema, prefixSchema])

/** A place at which few of the codes that were sent there were entered. */
export const conversionAlertSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['country', 'prefix']),
    /** What a block takes: a country, or a number without its last four digits. */
    place: z.string(),
    country: z.string().nullable(),
    sent: z.int().nonnegative(),
    verified: z.int().nonnegative(),
    raisedAt: timestamp,
    isBlocked: z.boolean(),
  })
  .meta({ id: 'ConversionAlert' })

export const conversionAlertListSchema = z.object({ items: z.array(conversionAlertSchema) })

export type OtpPolicySettings = z.infer<typeof otpPolicySettingsSchema>
export type PolicyCountry = z.infer<typeof policyCountrySchema>
export type ConversionAlert = z.infer<typeof conversionAlertSchema>
