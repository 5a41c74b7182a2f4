import type { AnswerValue, BillAnswer } from '#domain/components/answer.ts'
import { findBill } from '#domain/components/bill/bill-answer.ts'
import type { BillComponent } from '#domain/components/bill/bill-schema.ts'
import { computeBill } from '#domain/components/bill/compute-bill.ts'

type Line = BillAnswer['lines'][number]

/** A bill while it is filled in: a line for every item, and those that the worker added. */
export interface BillDraft {
  lines: Line[]
  chosen: string[]
}

/** The bill of an answer, with a line for every item that there is. */
export const toBillDraft = (bill: BillComponent, value: AnswerValue): BillDraft => {
  const answer = findBill(value)
  const lines = answer?.lines ?? []
  const isPreset = (name: string) => bill.items.some((item) => item.name === name)
  const preset = bill.items.map(({ name, price }) => ({
    name,
    price,
    quantity: lines.find((line) => line.name === name)?.quantity ?? 0,
  }))
  return {
    lines: [...preset, ...lines.filter(({ name }) => !isPreset(name))],
    chosen: (answer?.adjustments ?? []).map(({ name }) => name),
  }
}

/** A bill as an answer. One that is too large to be added up has no total, and is refused later. */
export const toBillAnswer = (bill: BillComponent, { lines, chosen }: BillDraft): BillAnswer => {
  const added = lines.slice(bill.items.length)
  const bought = lines.slice(0, bill.items.length).filter(({ quantity }) => quantity > 0)
  const kept = [...bought, ...added]
  const nothing = { currency: bill.currency, lines: kept, subtotal: 0, total: 0 }
  return (
    computeBill(bill, { lines: kept, chosen }) ?? {
      ...nothing,
      adjustments: chosen.map((name) => ({ name, amount: 0 })),
    }
  )
}
