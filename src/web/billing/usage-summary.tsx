import type { Usage } from '#contract/usage-contract.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import { Card } from '#web/ui/card.tsx'
import { costPerVerified, formatDifference, formatShare } from './usage-figures.ts'

type Figures = Usage['total']

interface UsageSummaryProps {
  total: Figures
  /** Of the period before. */
  before: Figures
}

/** The figures of a period beside those of the one before, and what became of the codes. */
export const UsageSummary = ({ total, before }: UsageSummaryProps) => {
  const cost = costPerVerified(total)
  const costBefore = costPerVerified(before)
  return (
    <div className="grid gap-3 lg:grid-cols-[1fr_20rem]">
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Tile
          label="Codes sent"
          value={total.sends.toLocaleString('en')}
          change={formatDifference(total.sends, before.sends)}
        />
        <Tile
          label="Conversion"
          value={formatShare(total.verified, total.sends)}
          note={`before: ${formatShare(before.verified, before.sends)}`}
        />
        <Tile
          label="Credits"
          value={formatCredits(total.credits)}
          change={formatDifference(Number(total.credits), Number(before.credits))}
        />
        <Tile
          label="Per verified step"
          value={cost === undefined ? '–' : formatCredits(cost)}
          change={
            cost === undefined || costBefore === undefined
              ? undefined
              : formatDifference(Number(cost), Number(costBefore))
          }
        />
      </dl>
      <Funnel total={total} />
    </div>
  )
}

interface TileProps {
  label: string
  value: string
  /** Against the period before. */
  change?: string | undefined
  note?: string
}

const Tile = ({ label, value, change, note }: TileProps) => (
  <Card className="min-w-0 p-4">
    <dt className="text-muted">{label}</dt>
    <dd className="mt-1 truncate font-semibold text-ink text-xl tabular-nums">{value}</dd>
    <dd className="text-muted text-xs">
      {note ??
        (change === undefined ? 'nothing to compare with' : `${change} on the period before`)}
    </dd>
  </Card>
)

const Funnel = ({ total }: { total: Figures }) => {
  const steps = [
    ['Sent', total.sends],
    ['Delivered', total.delivered],
    ['Verified', total.verified],
  ] as const
  return (
    <Card className="p-4">
      <h2 className="text-muted">What became of them</h2>
      <ol className="mt-2 flex flex-col gap-2">
        {steps.map(([label, count]) => (
          <li key={label} className="grid grid-cols-[4.5rem_1fr_6.5rem] items-center gap-2">
            <span className="text-ink">{label}</span>
            <span aria-hidden="true" className="h-3 overflow-hidden rounded-sm bg-subtle">
              <span
                className="block h-full bg-accent"
                style={{ width: total.sends === 0 ? 0 : `${(count / total.sends) * 100}%` }}
              />
            </span>
            <span className="text-right text-muted tabular-nums">
              {`${count.toLocaleString('en')} · ${formatShare(count, total.sends)}`}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
