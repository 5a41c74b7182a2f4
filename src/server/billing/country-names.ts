import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max'

const names = new Intl.DisplayNames(['en'], { type: 'region' })

/** A country's English name. */
export const nameOf = (country: string): string => names.of(country) ?? country

/** The calling code of a country, for example "+62"; empty where it has none. */
export const callingCodeOf = (country: string): string =>
  isSupportedCountry(country) ? `+${getCountryCallingCode(country)}` : ''
