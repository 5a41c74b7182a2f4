/**
 * An amount of credit as people read it: thousands apart, no more zeros than needed but at least two
 * places. Works on the text, since amounts are too exact for floating point.
 */
export const formatCredits = (amount: string): string => {
  const negative = amount.startsWith('-')
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.')
  const places = fraction.replace(/0+$/, '').padEnd(2, '0')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${negative ? '−' : ''}${grouped}.${places}`
}

/** The same with its sign always there, for entries of a ledger. */
export const formatSignedCredits = (amount: string): string => {
  const text = formatCredits(amount)
  return amount.startsWith('-') || /^0\.0*$/.test(amount) ? text : `+${text}`
}
