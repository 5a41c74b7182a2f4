import { z } from 'zod'
import { minute, second } from '#domain/shared/clock.ts'
import { countrySchema } from '#domain/shared/country.ts'
import { channels } from './channel.ts'
import { channelSchema } from './channel-schema.ts'

const perHour = (usual: number, most: number) => z.int().min(1).max(most).default(usual)

/**
 * What an organisation may set about its one-time codes, with the bounds that no setting can leave.
 *
 * Source: NIST SP 800-63B (life of at most 10 minutes, a limit of tries); OWASP (limits on sends).
 */
export const otpPolicySchema = z.strictObject({
  /** Where codes may be sent by phone, ISO 3166-1 alpha-2. */
  allowedCountries: z.array(countrySchema).max(300),
  allowedChannels: z.array(channelSchema).default([...channels]),
  /** How long a code is valid. */
  validityMinutes: z.int().min(1).max(10).default(5),
  /** Wrong codes per recipient before it is locked; a resend does not give new ones. */
  maximumAttempts: z.int().min(3).max(10).default(5),
  /** Sends to one recipient of one task within 10 minutes. */
  sendsPerRecipientAndTask: z.int().min(1).max(5).default(5),
  /** Sends within an hour: against pumping, where each send costs money. */
  sendsPerHour: z
    .strictObject({
      organisation: perHour(2_000, 1_000_000),
      worker: perHour(120, 100_000),
      prefix: perHour(30, 10_000),
      recipient: perHour(10, 30),
    })
    .prefault({}),
  /** A domain whose pages may fill in the code of an SMS, by a last line `@domain #code`; empty: none. */
  smsAutofillDomain: z
    .string()
    .max(100)
    .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$|^$/, 'must be a domain such as example.com')
    .default(''),
})

export type OtpPolicy = z.infer<typeof otpPolicySchema>

/** How long after a send the next one to the same recipient may follow: the first, second, later. */
export const resendWaits = [30 * second, 60 * second, 120 * second] as const

/** The window of `sendsPerRecipientAndTask`. */
export const stepWindow = 10 * minute

/** How long wrong codes count against a recipient. */
export const attemptWindow = 15 * minute

/** The policy in force: the defaults with what an organisation set. Throws when that is out of bounds. */
export const resolvePolicy = (overrides: unknown, homeCountry: string): OtpPolicy =>
  otpPolicySchema.parse({ allowedCountries: [homeCountry], ...(overrides as object) })
