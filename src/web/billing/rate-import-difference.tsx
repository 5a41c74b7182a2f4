import { CircleCheck } from 'lucide-react'
import type { RateImportReport } from '#contract/rate-contract.ts'
import { parseCredits } from '#domain/billing/credits.ts'
import { formatPercentChange } from '#domain/billing/rate-change.ts'
import { channelLabels } from '#domain/otp/channel.ts'
import { countryName } from '#web/shared/country-name.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import { formatDate } from '#web/shared/format-time.ts'
import { Badge, type BadgeTone } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'

type Change = RateImportReport['changes'][number]

const tones: Record<Change['kind'], { label: string; tone: BadgeTone }> = {
  raised: { label: 'Raised', tone: 'warning' },
  lowered: { label: 'Lowered', tone: 'success' },
  new: { label: 'New', tone: 'accent' },
}

/** What a file of rates would change, and for whom. */
export const RateImportDifference = ({ report }: { report: RateImportReport }) => {
  const { counts, changes, missing, organisations } = report
  const summary = [
    [counts.raised, 'raised'],
    [counts.lowered, 'lowered'],
    [counts.new, 'new'],
    [counts.same, 'unchanged'],
    [counts.suspicious, 'suspicious'],
    [missing.length, 'not in the file'],
  ] as const
  return (
    <section aria-label="What changes" className="flex flex-col gap-4">
      <p role="status" className="text-ink">
        {summary.map(([count, label]) => `${count.toLocaleString('en')} ${label}`).join(' · ')}
      </p>
      {organisations.length > 0 && (
        <Card className="p-4">
          <h2 className="font-semibold text-base text-ink">For whom</h2>
          <ul className="mt-1 text-muted">
            {organisations.map(({ name, sends, countries, difference }) => (
              <li key={name}>
                <span className="font-medium text-ink">{name}</span>
                {`: ${sends.toLocaleString('en')} codes in 30 days to ${countries.map(countryName).join(', ')}; they would have cost ${describeDifference(difference)}`}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card>
        {changes.length === 0 ? (
          <EmptyState icon={CircleCheck} title="Nothing would change">
            Every rate of the file is in force already.
          </EmptyState>
        ) : (
          <Changes changes={changes} />
        )}
      </Card>
      {missing.length > 0 && (
        <details className="text-muted">
          <summary className="cursor-pointer">{`${missing.length} rates are not in the file, and stay as they are`}</summary>
          <p className="mt-1">
            {missing
              .map(({ channel, countryName: name }) => `${name} (${channelLabels[channel]})`)
              .join(', ')}
          </p>
        </details>
      )}
    </section>
  )
}

/** "12.00 credits more" */
const describeDifference = (credits: string): string =>
  credits.startsWith('-')
    ? `${formatCredits(credits.slice(1))} credits less`
    : `${formatCredits(credits)} credits more`

/** What needs a look first. */
const bySuspicion = (changes: readonly Change[]): Change[] =>
  changes.toSorted((a, b) => Number(b.isSuspicious) - Number(a.isSuspicious))

const Changes = ({ changes }: { changes: readonly Change[] }) => (
  <Table>
    <TableHead>
      <tr className="[&>th:first-child]:pl-4 [&>th:last-child]:pr-4">
        <TableHeader>Country</TableHeader>
        <TableHeader>Channel</TableHeader>
        <TableHeader>Change</TableHeader>
        <TableHeader className="text-right">Now</TableHeader>
        <TableHeader className="text-right">Then</TableHeader>
        <TableHeader>From</TableHeader>
      </tr>
    </TableHead>
    <tbody>
      {bySuspicion(changes).map((change) => (
        <TableRow key={`${change.channel} ${change.country} ${change.effectiveFrom}`}>
          <TableCell className="pl-4 font-medium text-ink">{change.countryName}</TableCell>
          <TableCell className="text-muted">{channelLabels[change.channel]}</TableCell>
          <TableCell>
            <span className="flex flex-wrap gap-1">
              <Badge tone={tones[change.kind].tone}>{tones[change.kind].label}</Badge>
              {change.isSuspicious && <Badge tone="danger">Suspicious</Badge>}
            </span>
          </TableCell>
          <TableCell className="text-right text-muted tabular-nums">
            {change.before === null ? '–' : formatCredits(change.before, 4)}
          </TableCell>
          <TableCell className="whitespace-nowrap text-right text-ink tabular-nums">
            {formatCredits(change.after, 4)}
            {change.before !== null && (
              <span className="block text-muted text-xs">
                {`${formatPercentChange(parseCredits(change.before), parseCredits(change.after))} %`}
              </span>
            )}
          </TableCell>
          <TableCell className="whitespace-nowrap pr-4 text-muted">
            {formatDate(change.effectiveFrom)}
          </TableCell>
        </TableRow>
      ))}
    </tbody>
  </Table>
)
