import type { Usage } from '#contract/usage-contract.ts'
import { formatCredits, parseCredits } from '#domain/billing/credits.ts'

type Figures = Usage['total']

/** A part of a whole in percent, with one decimal; a dash where there is no whole. */
export const formatShare = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1).replace(/\.0$/, '')} %`

/** By how many percent a number differs from an earlier one; nothing where there was none. */
export const formatDifference = (now: number, before: number): string | undefined => {
  if (before === 0) return undefined
  const percent = Math.round(((now - before) / before) * 1_000) / 10
  return `${percent > 0 ? '+' : percent < 0 ? '−' : '±'}${Math.abs(percent)} %`
}

/** A ten-thousandth of a credit, in millionths: finer than that, an average says nothing. */
const unit = 100n

/** What one verified step cost, in credits; nothing where none was verified. */
export const costPerVerified = ({ credits, verified }: Figures): string | undefined => {
  if (verified === 0) return undefined
  const average = parseCredits(credits) / BigInt(verified)
  return formatCredits(((average + unit / 2n) / unit) * unit)
}

/** Figures where nothing was sent. */
export const noUsage: Figures = { sends: 0, delivered: 0, verified: 0, credits: '0.000000' }
