/** Currencies whose minor unit is not a hundredth. Source: ISO 4217, list one. */
const minorDigits: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
      .split(' ')
      .map((currency) => [currency, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((currency) => [currency, 3])),
}

/** How many decimals an amount of a currency has. */
export const decimalsOf = (currency: string): number => minorDigits[currency] ?? 2

/** An amount in minor units as a decimal number, for example 1250 USD → "12.50" and 1200 → "12". */
export const toDecimal = (minor: number, currency: string): string => {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals)
  const sign = minor < 0 ? '-' : ''
  return `${sign}${whole}${/[1-9]/.test(fraction) ? `.${fraction}` : ''}`
}

/** Reads a decimal number as minor units; nothing when it is none, or finer than the currency. */
export const parseMinor = (text: string, currency: string): number | undefined => {
  const [, whole, fraction = ''] = /^(\d{1,13})(?:\.(\d*))?$/.exec(text.trim()) ?? []
  const decimals = decimalsOf(currency)
  if (whole === undefined || /[1-9]/.test(fraction.slice(decimals))) return undefined
  return Number(whole + fraction.slice(0, decimals).padEnd(decimals, '0'))
}

/** "IDR 15,000", "USD 12.50", "−USD 3". */
export const formatMinor = (minor: number, currency: string): string => {
  const [whole = '', fraction] = toDecimal(Math.abs(minor), currency).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${minor < 0 ? '−' : ''}${currency} ${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}
