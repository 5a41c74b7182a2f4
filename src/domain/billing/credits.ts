/** Credit is counted in whole millionths, so that no rounding is ever lost. */
const places = 6

/**
 * Reads a decimal such as "0.0250" as a whole number of its `10^-places` parts. Throws on anything
 * else, and on more places than asked for.
 */
export const parseDecimal = (text: string, decimalPlaces: number): bigint => {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === '' || part.length > decimalPlaces) throw new Error(`"${text}" is not an amount`)
  return BigInt(`${sign}${whole}${part.padEnd(decimalPlaces, '0')}`)
}

/** Reads an amount of credit, for example "2.000000", in millionths. Throws when it is none. */
export const parseCredits = (text: string): bigint => parseDecimal(text, places)

/** Writes millionths of credit as a decimal with six places, for example "2.000000". */
export const formatCredits = (micro: bigint): string => {
  const digits = String(micro < 0n ? -micro : micro).padStart(places + 1, '0')
  return `${micro < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
