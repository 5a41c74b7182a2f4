import clsx from 'clsx'
import type { LedgerEntry } from '#contract/billing-contract.ts'
import { countryName } from '#web/shared/country-name.ts'
import { formatSignedCredits } from '#web/shared/format-credits.ts'
import { formatDateTime } from '#web/shared/format-time.ts'
import { Badge, type BadgeTone } from '#web/ui/badge.tsx'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'

const kinds: Record<LedgerEntry['kind'], { label: string; tone: BadgeTone }> = {
  hold: { label: 'Reserved', tone: 'neutral' },
  capture: { label: 'Charged', tone: 'accent' },
  release: { label: 'Given back', tone: 'success' },
  refund: { label: 'Refunded', tone: 'success' },
  'top-up': { label: 'Top-up', tone: 'success' },
  adjustment: { label: 'Adjustment', tone: 'warning' },
}

/** Entries of the ledger, as far as they concern Available Credits. */
export const LedgerTable = ({ entries }: { entries: readonly LedgerEntry[] }) => (
  <Table>
    <TableHead className="max-sm:sr-only">
      <tr>
        <TableHeader className="pl-4 max-sm:hidden">Time</TableHeader>
        <TableHeader>Entry</TableHeader>
        <TableHeader className="max-sm:hidden">For</TableHeader>
        <TableHeader className="pr-4 text-right">Available Credits</TableHeader>
      </tr>
    </TableHead>
    <tbody>
      {entries.map(({ id, kind, amount, description, country, createdAt }) => (
        <TableRow key={id}>
          <TableCell className="w-44 whitespace-nowrap pl-4 text-muted tabular-nums max-sm:hidden">
            <time dateTime={createdAt}>{formatDateTime(createdAt)}</time>
          </TableCell>
          <TableCell className="w-32 max-sm:w-auto max-sm:py-2 max-sm:pl-4">
            <Badge tone={kinds[kind].tone}>{kinds[kind].label}</Badge>
            <span className="mt-1 block text-muted text-xs sm:hidden">
              {description}
              <span className="block">{formatDateTime(createdAt)}</span>
            </span>
          </TableCell>
          <TableCell className="text-ink max-sm:hidden">
            {description}
            {country !== null && <span className="text-muted"> · {countryName(country)}</span>}
          </TableCell>
          <TableCell
            className={clsx(
              'whitespace-nowrap pr-4 text-right tabular-nums',
              isNothing(amount) ? 'text-faint' : 'text-ink',
            )}
          >
            {formatSignedCredits(amount, 4)}
          </TableCell>
        </TableRow>
      ))}
    </tbody>
  </Table>
)

const isNothing = (amount: string): boolean => /^0\.0+$/.test(amount)
