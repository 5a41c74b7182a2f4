import { queryOptions, useQuery } from '@tanstack/react-query'
import { TrendingDown, TrendingUp } from 'lucide-react'
import type { Estimate } from '#contract/usage-contract.ts'
import { compareRuns, type RunChange } from '#domain/billing/compare-runs.ts'
import { formatCredits, parseCredits } from '#domain/billing/credits.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { formatCredits as showCredits } from '#web/shared/format-credits.ts'
import { useBuilder } from '../builder-context.tsx'

/** So many runs show how they are spread over countries; a single one goes to one. */
const volume = 1_000

interface Runs {
  change: RunChange
  /** What one run costs, on average. */
  before: string | null
  after: string
  source: Estimate['mixSource']
}

const costOf = ({ asBuilt }: Estimate): bigint => parseCredits(asBuilt?.credits ?? '0')

const hundredth = 10_000n * BigInt(volume)

/** What one of the runs costs, to a hundredth of a credit: an average is no finer than that. */
const toOneRun = (micro: bigint): string =>
  showCredits(formatCredits(((micro + hundredth / 2n) / hundredth) * 10_000n))

/** What runs of the draft cost beside those of the published version: by the server's own forecast. */
const runsQuery = (flowId: string, flowVersion: number | null, revision: number) =>
  queryOptions({
    queryKey: ['publish-cost', flowId, flowVersion, revision],
    queryFn: async (): Promise<Runs> => {
      const estimate = (version?: number) =>
        call(
          api.v1.billing.estimate.$post({
            json: { flowId, volume, ...(version !== undefined && { flowVersion: version }) },
          }),
        )
      const [draft, published] = await Promise.all([
        estimate(),
        flowVersion === null ? null : estimate(flowVersion),
      ])
      const after = costOf(draft)
      const before = published && costOf(published)
      return {
        change: compareRuns(before, after),
        before: before === null ? null : toOneRun(before),
        after: toOneRun(after),
        source: draft.mixSource,
      }
    },
    staleTime: 60_000,
  })

const describe = ({ change, before, after }: Runs): string => {
  if (change.kind === 'free') return 'A run sends no codes, so it costs nothing.'
  if (change.kind === 'free-now')
    return `A run costs nothing any more, instead of ${before} credits.`
  if (change.kind === 'new') return `A run costs ${after} credits.`
  if (change.kind === 'same') return `A run costs ${after} credits, as before.`
  return `This change makes a run ${change.percent} % ${change.kind}: ${after} credits instead of ${before}.`
}

const icons = {
  cheaper: <TrendingDown aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-success-ink" />,
  dearer: <TrendingUp aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warning-ink" />,
}

/** What publishing does to the cost of a run. What is not known holds nobody back. */
export const PublishCost = ({
  publishedVersion,
  revision,
}: {
  publishedVersion: number | null
  revision: number
}) => {
  const { flowId } = useBuilder()
  const { data } = useQuery(runsQuery(flowId, publishedVersion, revision))
  if (data === undefined) return null
  const { kind } = data.change
  return (
    <section
      aria-label="Cost of a run"
      className="flex gap-2 rounded-lg bg-subtle px-3 py-2 text-sm"
    >
      {kind === 'cheaper' || kind === 'dearer' || kind === 'free-now'
        ? icons[kind === 'dearer' ? 'dearer' : 'cheaper']
        : null}
      <div>
        <p className="text-ink">{describe(data)}</p>
        {kind !== 'free' && (
          <p className="text-muted text-xs">
            {data.source === 'traffic'
              ? 'Each OTP step sends one code, to where your codes went in the last 30 days.'
              : 'Each OTP step sends one code, to your home country.'}
          </p>
        )}
      </div>
    </section>
  )
}
