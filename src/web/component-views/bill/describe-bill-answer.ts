import type { AnswerValue } from '#domain/components/answer.ts'
import { findBill } from '#domain/components/bill/bill-answer.ts'
import { formatMinor } from '#domain/shared/money.ts'

/** "IDR 15,000 for 2 items". */
export const describeBillAnswer = (value: AnswerValue): string => {
  const bill = findBill(value)
  if (bill === undefined) return ''
  const count = bill.lines.length === 1 ? '1 item' : `${bill.lines.length} items`
  return `${formatMinor(bill.total, bill.currency)} for ${count}`
}
