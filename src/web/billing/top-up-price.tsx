import { formatValue } from '#domain/billing/credit-price.ts'
import type { TopUpPrice } from '#domain/billing/top-up.ts'
import { formatMinor } from '#domain/shared/money.ts'

const oneCredit = 1_000_000n

/** What credits cost, line by line. */
export const TopUpPriceList = ({ credits, price }: { credits: number; price: TopUpPrice }) => {
  const { currency, netMinor, taxPercent, taxMinor, totalMinor } = price
  return (
    <dl className="flex flex-col gap-1.5 text-sm tabular-nums">
      <Line
        label={`${credits.toLocaleString('en')} credits at ${formatValue(oneCredit, currency)}`}
      >
        {formatMinor(netMinor, currency)}
      </Line>
      {taxPercent > 0 && (
        <Line label={`Value-added tax, ${taxPercent} %`}>{formatMinor(taxMinor, currency)}</Line>
      )}
      <div className="mt-1 flex justify-between gap-4 border-line border-t pt-2.5 font-semibold text-base text-ink">
        <dt>Total</dt>
        <dd>{formatMinor(totalMinor, currency)}</dd>
      </div>
    </dl>
  )
}

const Line = ({ label, children }: { label: string; children: string }) => (
  <div className="flex justify-between gap-4">
    <dt className="text-muted">{label}</dt>
    <dd className="text-ink">{children}</dd>
  </div>
)
