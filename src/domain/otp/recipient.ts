import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { isEmailAddress } from '#domain/shared/email-address.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Channel } from './channel.ts'
import { maskEmailAddress, maskPhoneNumber } from './mask-recipient.ts'
import { type RefusedNumberTypes, usuallyRefused } from './number-types.ts'

/** A phone number that exists, as far as the numbering plans tell. */
export interface PhoneNumber {
  e164: string
  /** ISO 3166-1 alpha-2; null for numbers that belong to no country, such as satellite phones. */
  country: string | null
  callingCode: string
  nationalNumber: string
  /** libphonenumber's type, for example `MOBILE`; null when it cannot tell. */
  type: string | null
}

/** Whom a code is sent to. */
export interface Recipient {
  /** E.164, or an email address. */
  address: string
  /** Where it is sent to; null for Email and for numbers that belong to no country. */
  country: string | null
  /** What a worker may see. */
  masked: string
}

export type RecipientObjection = 'not-an-email' | 'not-a-phone-number' | 'refused-number-type'

/**
 * Reads a phone number as typed; a national one in the default country. Nothing when it cannot exist.
 * Needs libphonenumber's full metadata to tell countries apart that share a calling code.
 */
export const parsePhoneNumber = (
  text: string,
  defaultCountry: string | null,
): PhoneNumber | undefined => {
  // RFC 3966; the parser reads it only where it also picks numbers out of any other text.
  const typed = text.trim().replace(/^tel:/i, '')
  const number = parsePhoneNumberFromString(typed, {
    extract: false,
    ...(defaultCountry !== null && { defaultCountry: defaultCountry as CountryCode }),
  })
  if (!number?.isValid()) return undefined
  return {
    e164: number.number,
    country: number.country ?? null,
    callingCode: number.countryCallingCode,
    nationalNumber: number.nationalNumber,
    type: number.getType() ?? null,
  }
}

const parseEmail = (text: string): Result<Recipient, RecipientObjection> => {
  const typed = text.trim()
  if (!isEmailAddress(typed)) return err('not-an-email')
  const at = typed.lastIndexOf('@')
  const address = typed.slice(0, at) + typed.slice(at).toLowerCase()
  return ok({ address, country: null, masked: maskEmailAddress(address) })
}

/**
 * Reads whom a code shall go to by a channel, or says why it cannot. Kinds of numbers that are refused
 * are those that the policy names.
 */
export const parseRecipient = (
  channel: Channel,
  text: string,
  defaultCountry: string | null,
  refused: RefusedNumberTypes = usuallyRefused,
): Result<Recipient, RecipientObjection> => {
  if (channel === 'email') return parseEmail(text)
  const number = parsePhoneNumber(text, defaultCountry)
  if (number === undefined) return err('not-a-phone-number')
  if (refused[channel].some((type) => type === number.type)) return err('refused-number-type')
  return ok({
    address: number.e164,
    country: number.country,
    masked: maskPhoneNumber(number.callingCode, number.nationalNumber),
  })
}

/** Why a policy lets no code go to a recipient; nothing when it does. */
export const findPolicyObjection = (
  { address, country }: Pick<Recipient, 'address' | 'country'>,
  policy: { allowedCountries: readonly string[]; blockedPrefixes: readonly string[] },
): 'country' | 'prefix' | undefined => {
  if (!address.startsWith('+')) return undefined
  if (policy.blockedPrefixes.some((prefix) => address.startsWith(prefix))) return 'prefix'
  return policy.allowedCountries.includes(country ?? '') ? undefined : 'country'
}
