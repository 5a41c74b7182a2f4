import { z } from 'zod'
import { minute } from '#domain/shared/clock.ts'
import { countrySchema } from '#domain/shared/country.ts'
import { channels } from './channel.ts'
import { channelSchema } from './channel-schema.ts'
import { usualAlert } from './conversion.ts'
import { alwaysRefusedBySms, numberTypes, usuallyRefused } from './number-types.ts'

/** A list that names nothing twice. */
const setOf = <Item extends z.ZodType<string>>(item: Item, most: number) =>
  z
    .array(item)
    .max(most)
    .refine((items) => new Set(items).size === items.length, 'must not name anything twice')

const refusedTypes = setOf(z.enum(numberTypes), numberTypes.length)

const seconds = (least: number) => z.int().min(least).max(600)

/** How numbers begin that one party may own: `+62812345` for +62 812 345 0000 to 9999. */
export const prefixSchema = z
  .string()
  .regex(/^\+[1-9]\d{3,10}$/, 'must be the beginning of a number, for example +62812345')

/** More are blocked by their country. */
export const mostBlockedPrefixes = 500

/**
 * What an organisation may set about its one-time codes, with the bounds that no setting can leave.
 *
 * Source: NIST SP 800-63B (life of at most 10 minutes, a limit of tries); OWASP (limits on sends).
 */
export const otpPolicySchema = z
  .strictObject({
    /** Where codes may be sent by phone, ISO 3166-1 alpha-2. */
    allowedCountries: setOf(countrySchema, 300),
    /** Numbers that begin so get none, wherever they are. */
    blockedPrefixes: setOf(prefixSchema, mostBlockedPrefixes),
    allowedChannels: setOf(channelSchema, channels.length).min(1, 'must name at least one channel'),
    /** Kinds of numbers that get none. */
    refusedNumberTypes: z.strictObject({
      sms: refusedTypes.refine(
        (types) => alwaysRefusedBySms.every((type) => types.includes(type)),
        `must name ${alwaysRefusedBySms.join(' and ')}: they charge whoever sends to them`,
      ),
      whatsapp: refusedTypes,
    }),
    /** How long a code is valid. */
    validityMinutes: z.int().min(1).max(10),
    /** Wrong codes per recipient before it is locked; a resend does not give new ones. */
    maximumAttempts: z.int().min(3).max(10),
    /** How long after a send the next one to the same recipient may follow, in seconds. */
    resendWaits: z
      .strictObject({ first: seconds(30), second: seconds(60), later: seconds(120) })
      .refine(
        ({ first, second, later }) => first <= second && second <= later,
        'must not become shorter from one to the next',
      ),
    /** Sends to one recipient of one task within 10 minutes. */
    sendsPerRecipientAndTask: z.int().min(1).max(5),
    /** Sends within an hour: against pumping, where each send costs money. */
    sendsPerHour: z.strictObject({
      organisation: z.int().min(1).max(1_000_000),
      worker: z.int().min(1).max(100_000),
      /** To numbers that differ in their last four digits only. */
      prefix: z.int().min(1).max(10_000),
      recipient: z.int().min(1).max(30),
    }),
    /** Whole credits that the codes of one day (UTC) may cost; null: no cap. */
    dailySpendCap: z.int().min(1).max(1_000_000_000).nullable(),
    /** When admins are told that few of the codes that are sent to a place are entered; null: never. */
    conversionAlert: z
      .strictObject({
        minimumPercent: z.int().min(1).max(100),
        /** Of fewer sends nothing can be said. */
        minimumSends: z.int().min(5).max(100_000),
        windowHours: z.int().min(1).max(168),
      })
      .nullable(),
    /** A domain whose pages may fill in the code of an SMS, by a last line `@domain #code`; empty: none. */
    smsAutofillDomain: z
      .string()
      .max(100)
      .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$|^$/, 'must be a domain such as example.com'),
  })
  .meta({ id: 'OtpPolicy' })

export type OtpPolicy = z.infer<typeof otpPolicySchema>

/** What holds where nothing is set. */
const usual: Omit<OtpPolicy, 'allowedCountries'> = {
  blockedPrefixes: [],
  allowedChannels: [...channels],
  refusedNumberTypes: { sms: [...usuallyRefused.sms], whatsapp: [...usuallyRefused.whatsapp] },
  validityMinutes: 5,
  maximumAttempts: 5,
  resendWaits: { first: 30, second: 60, later: 120 },
  sendsPerRecipientAndTask: 5,
  sendsPerHour: { organisation: 2_000, worker: 120, prefix: 30, recipient: 10 },
  dailySpendCap: null,
  conversionAlert: usualAlert,
  smsAutofillDomain: '',
}

/** The window of `sendsPerRecipientAndTask`. */
export const stepWindow = 10 * minute

/** How long wrong codes count against a recipient. */
export const attemptWindow = 15 * minute

/** The policy in force: the defaults with what an organisation set. Throws when that is out of bounds. */
export const resolvePolicy = (overrides: unknown, homeCountry: string): OtpPolicy => {
  const set = overrides as Partial<OtpPolicy>
  return otpPolicySchema.parse({
    allowedCountries: [homeCountry],
    ...usual,
    ...set,
    sendsPerHour: { ...usual.sendsPerHour, ...set.sendsPerHour },
  })
}
