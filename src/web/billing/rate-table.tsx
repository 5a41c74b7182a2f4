import clsx from 'clsx'
import { House, Pin, PinOff } from 'lucide-react'
import { memo } from 'react'
import type { CountryRate } from '#contract/rate-contract.ts'
import type { BillingCurrency } from '#domain/billing/credit-price.ts'
import { canDrawFlags, Flag } from '#web/shared/flag.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { SortHeader, Table, TableCell, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'
import { RatePrice } from './rate-price.tsx'
import { countSent, type RateColumn, type RateOrder } from './sort-rates.ts'

interface RateRowProps {
  rate: CountryRate
  currency: BillingCurrency
  isPinned: boolean
  onPin: (country: string) => void
  /** Shows a country's history. */
  onOpen: (country: string) => void
}

interface RateTableProps extends Pick<RateRowProps, 'currency' | 'onPin' | 'onOpen'> {
  rates: readonly CountryRate[]
  pinned: ReadonlySet<string>
  order: RateOrder
  onOrder: (order: RateOrder) => void
}

/** Both channels side by side, one country a row. */
export const RateTable = ({ rates, pinned, order, onOrder, ...row }: RateTableProps) => {
  const sortProps = (column: RateColumn) => {
    const isSorted = order.column === column
    const next = isSorted && order.direction === 'ascending' ? 'descending' : 'ascending'
    return {
      direction: isSorted ? order.direction : null,
      onSort: () => onOrder({ column, direction: next }),
    } as const
  }
  return (
    <Table>
      <TableHead>
        <tr className="[&>th:first-child]:pl-4 [&>th:last-child]:pr-4">
          <SortHeader {...sortProps('country')}>Country</SortHeader>
          <TableHeader>Calling code</TableHeader>
          <SortHeader {...sortProps('region')}>Region</SortHeader>
          <TableHeader>Policy</TableHeader>
          <SortHeader {...sortProps('whatsapp')} align="right">
            WhatsApp
          </SortHeader>
          <SortHeader {...sortProps('sms')} align="right">
            SMS
          </SortHeader>
          <SortHeader {...sortProps('sent')} align="right">
            Sent in 30 days
          </SortHeader>
          <TableHeader>
            <span className="sr-only">Compare</span>
          </TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {rates.map((rate) => (
          <RateRow key={rate.country} rate={rate} isPinned={pinned.has(rate.country)} {...row} />
        ))}
      </tbody>
    </Table>
  )
}

/** The same as cards, for a phone. */
export const RateCards = ({ rates, pinned, ...row }: Omit<RateTableProps, 'order' | 'onOrder'>) => (
  <ul>
    {rates.map((rate) => (
      <RateCard key={rate.country} rate={rate} isPinned={pinned.has(rate.country)} {...row} />
    ))}
  </ul>
)

const CountryButton = ({ rate, onOpen }: Pick<RateRowProps, 'rate' | 'onOpen'>) => (
  <button
    type="button"
    onClick={() => onOpen(rate.country)}
    aria-haspopup="dialog"
    aria-label={`${rate.countryName}: history of its rates`}
    className="text-left font-medium text-ink underline-offset-2 hover:underline"
  >
    {rate.countryName}
  </button>
)

const PinButton = ({
  rate,
  isPinned,
  onPin,
}: Pick<RateRowProps, 'rate' | 'isPinned' | 'onPin'>) => (
  <IconButton
    icon={isPinned ? PinOff : Pin}
    label={isPinned ? `Stop comparing ${rate.countryName}` : `Compare ${rate.countryName}`}
    aria-pressed={isPinned}
    tooltipSide="left"
    onClick={() => onPin(rate.country)}
    className="aria-pressed:text-accent-ink"
  />
)

const HomeBadge = () => (
  <Badge tone="accent">
    <House aria-hidden="true" className="size-3" />
    Home
  </Badge>
)

// Memoised, with texts that are costly to make in them: a keystroke only adds rows and takes them away.
const RateRow = memo(({ rate, currency, isPinned, onPin, onOpen }: RateRowProps) => (
  <TableRow className={clsx('[&>td]:py-1.5', rate.isHome && 'bg-accent-soft/60')}>
    <TableCell className="pl-4">
      <span className="flex items-center gap-2.5">
        <Flag country={rate.country} />
        <CountryButton rate={rate} onOpen={onOpen} />
        {canDrawFlags() && <span className="font-mono text-muted text-xs">{rate.country}</span>}
        {rate.isHome && <HomeBadge />}
      </span>
    </TableCell>
    <TableCell className="text-muted tabular-nums">{rate.callingCode || '–'}</TableCell>
    <TableCell className="text-muted">{rate.region ?? '–'}</TableCell>
    <TableCell>
      {rate.allowed ? (
        <Badge tone="success">Allowed</Badge>
      ) : (
        <span className="text-muted text-xs">Not allowed</span>
      )}
    </TableCell>
    <TableCell className="text-right">
      <RatePrice rate={rate} channel="whatsapp" currency={currency} />
    </TableCell>
    <TableCell className="text-right">
      <RatePrice rate={rate} channel="sms" currency={currency} />
    </TableCell>
    <TableCell className="text-right text-muted tabular-nums">
      {countSent(rate) === 0 ? '–' : countSent(rate).toLocaleString('en')}
    </TableCell>
    <TableCell className="w-10 pr-4 text-right">
      <PinButton rate={rate} isPinned={isPinned} onPin={onPin} />
    </TableCell>
  </TableRow>
))

const RateCard = memo(({ rate, currency, isPinned, onPin, onOpen }: RateRowProps) => (
  <li
    className={clsx(
      'flex flex-col gap-2 border-line border-b px-4 py-3 last:border-b-0',
      rate.isHome && 'bg-accent-soft/60',
    )}
  >
    <div className="flex items-start gap-2.5">
      <Flag country={rate.country} />
      <div className="min-w-0 grow">
        <CountryButton rate={rate} onOpen={onOpen} />
        <p className="text-muted text-xs">
          {[
            rate.country,
            rate.callingCode,
            rate.region,
            rate.isHome && 'Home',
            rate.allowed ? 'Allowed' : 'Not allowed',
            countSent(rate) > 0 && `${countSent(rate).toLocaleString('en')} sent`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <PinButton rate={rate} isPinned={isPinned} onPin={onPin} />
    </div>
    <dl className="grid grid-cols-2 gap-3">
      <div>
        <dt className="text-muted text-xs">WhatsApp</dt>
        <dd>
          <RatePrice rate={rate} channel="whatsapp" currency={currency} />
        </dd>
      </div>
      <div>
        <dt className="text-muted text-xs">SMS</dt>
        <dd>
          <RatePrice rate={rate} channel="sms" currency={currency} />
        </dd>
      </div>
    </dl>
  </li>
))
