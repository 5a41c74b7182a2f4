import clsx from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { CountryRate } from '#contract/rate-contract.ts'
import { type BillingCurrency, formatValue } from '#domain/billing/credit-price.ts'
import { parseCredits } from '#domain/billing/credits.ts'
import { formatPercentChange } from '#domain/billing/rate-change.ts'
import type { PhoneChannel } from '#domain/billing/rate-filter.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import { formatDate } from '#web/shared/format-time.ts'

interface RatePriceProps {
  rate: CountryRate
  channel: PhoneChannel
  currency: BillingCurrency
}

/** What a code costs by one channel: in credits, in money, and how that has changed or will. */
export const RatePrice = ({ rate, channel, currency }: RatePriceProps) => {
  const credits = rate[channel]
  const change = rate.changes[channel]
  const announced = rate.announced[channel]
  return (
    <span className="block tabular-nums">
      {credits === null ? (
        <span className="text-muted">No rate</span>
      ) : (
        <span className="whitespace-nowrap">
          <span className="text-ink">{formatCredits(credits, 4)}</span>
          <span className="block text-muted text-xs">
            {formatValue(parseCredits(credits), currency)}
          </span>
        </span>
      )}
      {credits !== null && change !== null && (
        <Change from={change.credits} to={credits} date={change.effectiveFrom} when="since" />
      )}
      {announced !== null && (
        <Change from={credits} to={announced.credits} date={announced.effectiveFrom} when="from" />
      )}
    </span>
  )
}

interface ChangeProps {
  /** None: there was no rate. */
  from: string | null
  to: string
  date: string
  when: 'since' | 'from'
}

const Change = ({ from, to, date, when }: ChangeProps) => {
  const before = from === null ? undefined : parseCredits(from)
  const after = parseCredits(to)
  const isRaise = before === undefined || after > before
  const Icon = isRaise ? ArrowUp : ArrowDown
  return (
    <span
      className={clsx(
        'mt-0.5 inline-flex flex-wrap items-center justify-end gap-x-1 text-xs max-sm:justify-start',
        isRaise ? 'text-warning-ink' : 'text-success-ink',
      )}
    >
      <Icon aria-hidden="true" className="size-3" />
      <span className="sr-only">{isRaise ? 'raised' : 'lowered'} </span>
      {before === undefined ? 'new' : `${formatPercentChange(before, after)} %`}
      <span className="whitespace-nowrap text-muted">{`${when} ${formatDate(date)}`}</span>
    </span>
  )
}
