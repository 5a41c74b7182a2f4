import type { BillAnswer } from '../answer.ts'
import type { BillAdjustment, BillComponent } from './bill-schema.ts'

/** What the worker decides of a bill. */
export interface BillChoice {
  lines: BillAnswer['lines']
  /** The names of the optional discounts and costs that apply. */
  chosen: readonly string[]
}

/** Hundredths of a percent in a whole. */
const whole = 10_000n

/** A part of an amount, rounded half up to the minor unit. */
const partOf = (base: bigint, hundredthsOfPercent: number): bigint =>
  (base * BigInt(hundredthsOfPercent) + whole / 2n) / whole

const amountOf = ({ unit, amount }: BillAdjustment, base: bigint): bigint =>
  unit === 'fixed' ? BigInt(amount) : partOf(base, amount)

/**
 * Adds a bill up in whole minor units. Percentages are of the subtotal, each rounded half up; the
 * discounts together take off no more than the subtotal. Nothing when it is more than can be counted.
 */
export const computeBill = (
  bill: BillComponent,
  { lines, chosen }: BillChoice,
): BillAnswer | undefined => {
  const subtotal = lines.reduce(
    (sum, { price, quantity }) => sum + BigInt(price) * BigInt(quantity),
    0n,
  )
  let discountLeft = subtotal
  const adjustments = bill.adjustments
    .filter(({ optional, name }) => !optional || chosen.includes(name))
    .map((adjustment) => {
      const amount = amountOf(adjustment, subtotal)
      if (adjustment.kind === 'cost') return { name: adjustment.name, amount }
      const taken = amount < discountLeft ? amount : discountLeft
      discountLeft -= taken
      return { name: adjustment.name, amount: -taken }
    })
  const total = adjustments.reduce((sum, { amount }) => sum + amount, subtotal)
  if (total > Number.MAX_SAFE_INTEGER || subtotal > Number.MAX_SAFE_INTEGER) return undefined
  return {
    currency: bill.currency,
    lines,
    adjustments: adjustments.map(({ name, amount }) => ({ name, amount: Number(amount) })),
    subtotal: Number(subtotal),
    total: Number(total),
  }
}
