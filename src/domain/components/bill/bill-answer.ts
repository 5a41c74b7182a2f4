import { err, ok, type Result } from '#domain/shared/result.ts'
import type { AnswerError, AnswerValue, BillAnswer } from '../answer.ts'
import { readAll, readInteger, readRecord, readText } from '../read-answer.ts'
import { billLimits } from './bill-limits.ts'
import type { BillComponent } from './bill-schema.ts'
import { computeBill } from './compute-bill.ts'

type Checked = Result<BillAnswer | null, AnswerError>

const invalid = (message: string): Checked => err({ code: 'invalid', message })

const readLine = (item: unknown): BillAnswer['lines'][number] | undefined => {
  const record = readRecord(item)
  const name = readText(record?.name, billLimits.nameLength)
  const price = readInteger(record?.price, 0, billLimits.price)
  const quantity = readInteger(record?.quantity, 0, billLimits.quantity)
  return name === undefined || price === undefined || quantity === undefined
    ? undefined
    : { name, price, quantity }
}

const readName = (item: unknown): string | undefined =>
  readText(readRecord(item)?.name, billLimits.nameLength)

/** The bill of an answer; nothing when it is no answer to a Bill. */
export const findBill = (value: AnswerValue): BillAnswer | undefined =>
  typeof value === 'object' && value !== null && 'lines' in value ? value : undefined

/** Why a line is not accepted; nothing when it is. */
const findLineObjection = (
  bill: BillComponent,
  { name, price }: BillAnswer['lines'][number],
): string | undefined => {
  const item = bill.items.find((preset) => preset.name === name)
  if (item === undefined) return bill.addNew ? undefined : `"${name}" is not on the bill.`
  return item.price === price ? undefined : `The price of "${name}" is another one.`
}

/**
 * Accepts a bill: preset items at their price, others only where adding is allowed. The amounts are
 * computed anew; a total that differs is refused, because somebody was told another amount.
 */
export const checkBillAnswer = (bill: BillComponent, value: unknown): Checked => {
  const record = readRecord(value)
  const given = value === null || value === undefined ? [] : record?.lines
  const read = readAll(given, billLimits.items * 2, readLine)
  const chosen = readAll(record?.adjustments ?? [], billLimits.adjustments, readName)
  if (read === undefined || chosen === undefined) return invalid('This is not a bill.')
  const lines = read.filter(({ quantity }) => quantity > 0)
  if (new Set(lines.map(({ name }) => name)).size < lines.length) {
    return invalid('An item is on the bill twice. Raise its quantity instead.')
  }
  for (const line of lines) {
    const objection = findLineObjection(bill, line)
    if (objection !== undefined) return invalid(objection)
  }
  if (lines.length === 0) {
    return bill.required
      ? err({ code: 'required', message: `Put at least one item on ${bill.title}.` })
      : ok(null)
  }
  const computed = computeBill(bill, { lines, chosen })
  if (computed === undefined) return invalid('The total is too large.')
  return record?.total === undefined || record.total === computed.total
    ? ok(computed)
    : invalid('The total does not add up. Check the bill again.')
}
