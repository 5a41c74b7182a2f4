import type { BillAnswer } from '#domain/components/answer.ts'
import { formatMinor } from '#domain/shared/money.ts'

/** What a bill comes to, and how. */
export const BillTotals = ({ bill }: { bill: BillAnswer }) => (
  <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 px-3.5 text-base text-ink [&_dd]:text-right [&_dd]:tabular-nums">
    {bill.adjustments.length > 0 && (
      <>
        <dt className="text-muted">Subtotal</dt>
        <dd>{formatMinor(bill.subtotal, bill.currency)}</dd>
      </>
    )}
    {bill.adjustments.map(({ name, amount }) => (
      <div key={name} className="contents">
        <dt className="break-words text-muted">{name}</dt>
        <dd>{formatMinor(amount, bill.currency)}</dd>
      </div>
    ))}
    <dt className="font-semibold">Total</dt>
    <dd className="font-semibold">
      <span role="status">{formatMinor(bill.total, bill.currency)}</span>
    </dd>
  </dl>
)
