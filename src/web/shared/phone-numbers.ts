import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'

const parse = (text: string, defaultCountry: string | null) =>
  parsePhoneNumberFromString(text.trim(), {
    extract: false,
    ...(defaultCountry !== null && { defaultCountry: defaultCountry as CountryCode }),
  })

/**
 * Reads a number as typed, with the country it belongs to. The server reads it again, with the full
 * numbering plans.
 */
export const parsePhone = (
  text: string,
  defaultCountry: string | null,
): { e164: string; country: string | undefined } | undefined => {
  const number = parse(text, defaultCountry)
  return number?.isPossible() ? { e164: number.number, country: number.country } : undefined
}

/** A stored number as people read it, for example `+62 812-3456-789`. */
export const formatPhone = (e164: string): string =>
  parse(e164, null)?.formatInternational() ?? e164
