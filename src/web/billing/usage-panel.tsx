import { useQuery } from '@tanstack/react-query'
import { ChartColumn, Download } from 'lucide-react'
import { lazy, Suspense } from 'react'
import type { Usage, UsageGroup } from '#contract/usage-contract.ts'
import { channels } from '#domain/otp/channel.ts'
import { api } from '#web/shared/api.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { formatDate } from '#web/shared/format-time.ts'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { addDays, listDays, startOfLocalDay, toLocalDay } from '#web/shared/local-days.ts'
import { QueryView } from '#web/shared/query-view.tsx'
import { saveAnswer } from '#web/shared/save-file.ts'
import { type UrlState, useUrlState } from '#web/shared/use-url-state.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Field } from '#web/ui/field.tsx'
import { Select } from '#web/ui/select.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { toast } from '#web/ui/toast.ts'
import type { ChartPoint } from './usage-chart.tsx'
import { noUsage } from './usage-figures.ts'
import { UsageFilterBar } from './usage-filter-bar.tsx'
import {
  type Period,
  periodBefore,
  toUsageQuery,
  type UsageFilter,
  usageQuery,
} from './usage-queries.ts'
import { UsageSummary } from './usage-summary.tsx'
import { UsageTable } from './usage-table.tsx'

const UsageChart = lazy(async () => ({ default: (await import('./usage-chart.tsx')).UsageChart }))

const groups = {
  day: 'Day',
  channel: 'Channel',
  country: 'Country',
  flow: 'Flow',
  worker: 'Worker',
}
type Group = Extract<UsageGroup, keyof typeof groups>
const groupNames = Object.keys(groups) as Group[]

const measures = { sends: 'Sent', verified: 'Verified', credits: 'Credits' } as const
type Measure = keyof typeof measures
const measureNames = Object.keys(measures) as Measure[]

/** More bars can not be told apart; the table has all. */
const mostBars = 12

const isPeriod = (from: string, to: string): boolean =>
  startOfLocalDay(from) !== undefined && startOfLocalDay(to) !== undefined && from <= to

/** What is wanted, as the address says it; the last 30 days unless it says otherwise. */
const readWanted = (url: UrlState) => {
  const today = toLocalDay(Date.now())
  const asked = { from: url.get('from'), to: url.get('to') }
  const period: Period = isPeriod(asked.from, asked.to)
    ? asked
    : { from: addDays(today, -29), to: today }
  const channel = channels.find((known) => known === url.get('channel'))
  const text = (name: 'country' | 'flowId' | 'workerId') =>
    url.get(name) === '' ? {} : { [name]: url.get(name) }
  const filter: UsageFilter = {
    ...(channel && { channel }),
    ...text('country'),
    ...text('flowId'),
    ...text('workerId'),
  }
  const groupBy = groupNames.find((group) => group === url.get('by')) ?? 'day'
  const measure = measureNames.find((name) => name === url.get('measure')) ?? 'sends'
  return { period, filter, groupBy, measure, isCompared: url.has('compare') }
}

/** Every day of a period, also those without a code. */
const fillDays = ({ from, to }: Period, { items }: Usage): Usage['items'] => {
  const known = new Map(items.map((item) => [item.key, item]))
  return listDays(from, to).map((day) => ({
    ...(known.get(day) ?? noUsage),
    key: day,
    name: formatDate(startOfLocalDay(day) ?? ''),
  }))
}

const toPoints = (
  items: Usage['items'],
  before: Usage['items'] | undefined,
  measure: Measure,
): ChartPoint[] =>
  items.map((item, index) => {
    const earlier = before?.[index]
    return {
      name: item.name,
      value: Number(item[measure]),
      before: earlier === undefined ? null : Number(earlier[measure]),
    }
  })

const download = (query: ReturnType<typeof toUsageQuery>): void => {
  saveAnswer(api.v1.billing['usage.csv'].$get({ query }), `usage-by-${query.groupBy}.csv`).catch(
    (error) => toast(toMessage(error), { tone: 'error' }),
  )
}

/** What was sent, what came of it, and what it cost. */
export const UsagePanel = () => {
  const url = useUrlState()
  const wanted = readWanted(url)
  const { period, filter, groupBy } = wanted
  const usage = useQuery(usageQuery(period, filter, groupBy))
  const before = useQuery(usageQuery(periodBefore(period), filter, 'day'))
  return (
    <div className="flex flex-col gap-5">
      <UsageFilterBar url={url} period={period} />
      <QueryView
        query={usage}
        loading={
          <Card>
            <ListSkeleton />
          </Card>
        }
      >
        {(data) => (
          <>
            <UsageSummary total={data.total} before={before.data?.total ?? noUsage} />
            <Breakdown
              url={url}
              wanted={wanted}
              usage={data}
              before={before.data}
              onDownload={() => download(toUsageQuery(period, filter, groupBy))}
            />
          </>
        )}
      </QueryView>
    </div>
  )
}

interface BreakdownProps {
  url: UrlState
  wanted: ReturnType<typeof readWanted>
  usage: Usage
  before: Usage | undefined
  onDownload: () => void
}

const Breakdown = ({ url, wanted, usage, before, onDownload }: BreakdownProps) => {
  const { period, groupBy, measure } = wanted
  const isByDay = groupBy === 'day'
  const items = isByDay ? fillDays(period, usage) : usage.items
  const isCompared = isByDay && wanted.isCompared && before !== undefined
  const earlier = isCompared ? fillDays(periodBefore(period), before) : undefined
  return (
    <section aria-label="Breakdown" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Field label="By" className="w-32">
          {(control) => (
            <Select
              {...control}
              value={groupBy}
              onChange={({ target }) => url.set({ by: target.value === 'day' ? '' : target.value })}
            >
              {groupNames.map((group) => (
                <option key={group} value={group}>
                  {groups[group]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Chart" className="w-32">
          {(control) => (
            <Select
              {...control}
              value={measure}
              onChange={({ target }) => url.set({ measure: target.value })}
            >
              {measureNames.map((name) => (
                <option key={name} value={name}>
                  {measures[name]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {isByDay && (
          <Button
            aria-pressed={wanted.isCompared}
            onClick={() => url.set({ compare: wanted.isCompared ? '' : 'true' })}
            className="aria-pressed:bg-accent-soft aria-pressed:text-accent-ink aria-pressed:ring-accent"
          >
            Compare with the period before
          </Button>
        )}
        <Button className="ml-auto" onClick={onDownload}>
          <Download aria-hidden="true" className="size-4" />
          CSV
        </Button>
      </div>
      {usage.total.sends === 0 && !isCompared ? (
        <Card>
          <EmptyState icon={ChartColumn} title="No codes were sent">
            Choose another period, or other filters.
          </EmptyState>
        </Card>
      ) : (
        <>
          <Card className="p-4">
            <Suspense fallback={<Skeleton className="h-55" />}>
              <UsageChart
                measure={measures[measure]}
                points={toPoints(isByDay ? items : items.slice(0, mostBars), earlier, measure)}
                isCompared={isCompared}
              />
            </Suspense>
          </Card>
          <Card>
            <UsageTable
              heading={groups[groupBy]}
              items={isByDay ? items.filter(({ sends }) => sends > 0).toReversed() : items}
            />
          </Card>
        </>
      )}
    </section>
  )
}
