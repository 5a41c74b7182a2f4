/** How a new price compares with the one it takes over from. */
export type RateChangeKind = 'raised' | 'lowered' | 'same' | 'new'

/** Compares prices in millionths of a credit; `before` is none where there was no rate. */
export const compareRates = (before: bigint | undefined, after: bigint): RateChangeKind => {
  if (before === undefined) return 'new'
  if (after === before) return 'same'
  return after > before ? 'raised' : 'lowered'
}

/** Whether a change is so large that it may be a slip: to three times as much, or to a third. */
export const isSuspicious = (before: bigint | undefined, after: bigint): boolean =>
  before !== undefined && (after >= before * 3n || after * 3n <= before)

/** By how many percent a price changes, signed and with one decimal, for example "+12.5". */
export const formatPercentChange = (before: bigint, after: bigint): string => {
  const difference = after - before
  const size = difference < 0n ? -difference : difference
  const tenths = (size * 2_000n + before) / (before * 2n)
  const sign = difference > 0n ? '+' : difference < 0n ? '−' : '±'
  return `${sign}${tenths / 10n}${tenths % 10n === 0n ? '' : `.${tenths % 10n}`}`
}
