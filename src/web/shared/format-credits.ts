/**
 * An amount of credit as people read it: thousands apart, no more zeros than needed but at least
 * `places` places (in a column more than two, so that the points stand below each other). Works on
 * the text, since amounts are too exact for floating point.
 */
export const formatCredits = (amount: string, places = 2): string => {
  const negative = amount.startsWith('-')
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.')
  const shown = fraction.replace(/0+$/, '').padEnd(places, '0')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${negative ? '−' : ''}${grouped}.${shown}`
}

/** The same with its sign always there, for entries of a ledger. */
export const formatSignedCredits = (amount: string, places = 2): string => {
  const text = formatCredits(amount, places)
  return amount.startsWith('-') || /^0\.0*$/.test(amount) ? text : `+${text}`
}
