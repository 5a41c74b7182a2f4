import { House } from 'lucide-react'
import type { CountryRate } from '#contract/rate-contract.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import { Badge } from '#web/ui/badge.tsx'
import { SortHeader, Table, TableCell, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'
import type { RateColumn, RateOrder } from './sort-rates.ts'

interface RateTableProps {
  rates: readonly CountryRate[]
  order: RateOrder
  onOrder: (order: RateOrder) => void
}

/** Both channels side by side, one country a row. */
export const RateTable = ({ rates, order, onOrder }: RateTableProps) => {
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
          <TableHeader className="max-sm:hidden">Calling code</TableHeader>
          <TableHeader className="max-sm:hidden">Policy</TableHeader>
          <SortHeader {...sortProps('whatsapp')} align="right">
            WhatsApp
          </SortHeader>
          <SortHeader {...sortProps('sms')} align="right">
            SMS
          </SortHeader>
        </tr>
      </TableHead>
      <tbody>
        {rates.map((rate) => (
          <TableRow key={rate.country} className={rate.isHome ? 'bg-accent-soft/60' : ''}>
            <TableCell className="py-2 pl-4">
              <span className="flex items-center gap-3">
                <span className="w-6 shrink-0 font-mono text-muted text-xs">{rate.country}</span>
                <span className="min-w-0">
                  <span className="block font-medium text-ink">{rate.countryName}</span>
                  <span className="block text-muted text-xs sm:hidden">
                    {[rate.callingCode, rate.isHome && 'Home', rate.allowed && 'Allowed']
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                {rate.isHome && (
                  <Badge tone="accent" className="max-sm:hidden">
                    <House aria-hidden="true" className="size-3" />
                    Home
                  </Badge>
                )}
              </span>
            </TableCell>
            <TableCell className="text-muted tabular-nums max-sm:hidden">
              {rate.callingCode}
            </TableCell>
            <TableCell className="max-sm:hidden">
              {rate.allowed ? (
                <Badge tone="success">Allowed</Badge>
              ) : (
                <span className="text-faint">–</span>
              )}
            </TableCell>
            <Amount amount={rate.whatsapp} />
            <Amount amount={rate.sms} />
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}

const Amount = ({ amount }: { amount: string | null }) => (
  <TableCell className="whitespace-nowrap text-right tabular-nums last:pr-4">
    {amount === null ? (
      <span className="text-muted">No rate</span>
    ) : (
      <span className="text-ink">{formatCredits(amount, 4)}</span>
    )}
  </TableCell>
)
