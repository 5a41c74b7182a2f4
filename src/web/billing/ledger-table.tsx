import clsx from 'clsx'
import type { LedgerEntry } from '#contract/billing-contract.ts'
import { countryName } from '#web/shared/country-name.ts'
import { formatSignedCredits } from '#web/shared/format-credits.ts'
import { formatDateTime } from '#web/shared/format-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'
import { ledgerKinds } from './ledger-kinds.ts'

interface LedgerTableProps {
  entries: readonly LedgerEntry[]
  /** Shows the story of an entry. */
  onOpen: (entryId: string) => void
}

/** Entries of the ledger, as far as they concern Available Credits. */
export const LedgerTable = ({ entries, onOpen }: LedgerTableProps) => (
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
            <Badge tone={ledgerKinds[kind].tone}>{ledgerKinds[kind].label}</Badge>
            <span className="mt-1 block text-muted text-xs sm:hidden">
              <StoryButton onOpen={() => onOpen(id)}>{description}</StoryButton>
              <span className="block">{formatDateTime(createdAt)}</span>
            </span>
          </TableCell>
          <TableCell className="text-ink max-sm:hidden">
            <StoryButton onOpen={() => onOpen(id)}>{description}</StoryButton>
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

const StoryButton = ({ onOpen, children }: { onOpen: () => void; children: string }) => (
  <button
    type="button"
    aria-haspopup="dialog"
    onClick={onOpen}
    className="text-left underline-offset-2 hover:underline"
  >
    {children}
  </button>
)
