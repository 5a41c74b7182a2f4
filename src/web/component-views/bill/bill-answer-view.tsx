import { findBill } from '#domain/components/bill/bill-answer.ts'
import type { BillComponent } from '#domain/components/bill/bill-schema.ts'
import { formatMinor } from '#domain/shared/money.ts'
import type { AnswerViewProps } from '../answer-view.ts'

/** The bill of an answer as a table. */
export const BillAnswerView = ({ component, value }: AnswerViewProps<BillComponent>) => {
  const bill = findBill(value)
  if (bill === undefined) return null
  const { currency, lines, adjustments, total } = bill
  return (
    <table className="w-full max-w-md text-sm [&_td:not(:first-child)]:text-right [&_td]:py-0.5 [&_td]:tabular-nums">
      <caption className="sr-only">{component.title}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Item</th>
          <th scope="col">Quantity and price</th>
          <th scope="col">Amount</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, price, quantity }) => (
          <tr key={name}>
            <td className="break-words">{name}</td>
            <td className="text-muted">
              {quantity} × {formatMinor(price, currency)}
            </td>
            <td>{formatMinor(price * quantity, currency)}</td>
          </tr>
        ))}
        {adjustments.map(({ name, amount }) => (
          <tr key={name} className="text-muted">
            <td colSpan={2}>{name}</td>
            <td>{formatMinor(amount, currency)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-line border-t font-semibold">
          <td colSpan={2}>Total</td>
          <td>{formatMinor(total, currency)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
