import { useQuery } from '@tanstack/react-query'
import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { RateHistory } from '#contract/rate-contract.ts'
import { type BillingCurrency, formatValue } from '#domain/billing/credit-price.ts'
import { parseCredits } from '#domain/billing/credits.ts'
import { channelLabels } from '#domain/otp/channel.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import { formatDate } from '#web/shared/format-time.ts'
import { QueryView } from '#web/shared/query-view.tsx'
import { useNow } from '#web/shared/use-now.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'
import { axisProps, tooltipProps } from './chart-style.ts'
import { rateHistoryQuery } from './rate-queries.ts'

interface RateHistoryDialogProps {
  country: string
  currency: BillingCurrency
  onClose: () => void
}

/** Every price that a country had, has and will have: as steps, and as a table. */
export const RateHistoryDialog = ({ country, currency, onClose }: RateHistoryDialogProps) => {
  const history = useQuery(rateHistoryQuery(country))
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={history.data?.countryName ?? country}
      description="Prices of one code, in credits. What is past never changes."
    >
      <QueryView query={history} loading={<Skeleton className="h-56" />}>
        {(data) =>
          data.items.length === 0 ? (
            <p className="pb-4 text-muted">There never was a rate: nothing can be sent there.</p>
          ) : (
            <div className="flex flex-col gap-4 pb-4">
              <Steps history={data} />
              <Prices history={data} currency={currency} />
            </div>
          )
        }
      </QueryView>
    </Dialog>
  )
}

/** One point for each change, with both prices as they hold from then on, up to today. */
const toPoints = ({ items }: RateHistory, now: number) => {
  const times = [...new Set([...items.map((one) => Date.parse(one.effectiveFrom)), now])]
  const priceAt = (channel: string, time: number) => {
    const found = items.find(
      (one) => one.channel === channel && Date.parse(one.effectiveFrom) <= time,
    )
    return found === undefined ? null : Number(found.credits)
  }
  return times
    .toSorted((a, b) => a - b)
    .map((time) => ({ time, whatsapp: priceAt('whatsapp', time), sms: priceAt('sms', time) }))
}

const toDay = (time: number): string => formatDate(new Date(time).toISOString())

const Steps = ({ history }: { history: RateHistory }) => {
  const now = useNow(60_000)
  return (
    <figure aria-label="The prices as steps; the table below has them, too">
      <ResponsiveContainer width="100%" height={190}>
        <LineChart data={toPoints(history, now)} margin={{ top: 8, right: 12 }}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis
            {...axisProps}
            dataKey="time"
            type="number"
            domain={['dataMin', 'dataMax']}
            tickFormatter={toDay}
            minTickGap={48}
          />
          <YAxis {...axisProps} width={40} />
          <Tooltip {...tooltipProps} labelFormatter={(time) => toDay(Number(time))} />
          <Line
            {...{ type: 'stepAfter', dataKey: 'whatsapp', name: 'WhatsApp' }}
            stroke="var(--accent-ink)"
            strokeWidth={2}
            isAnimationActive={false}
            dot={{ r: 2.5 }}
          />
          <Line
            {...{ type: 'stepAfter', dataKey: 'sms', name: 'SMS' }}
            stroke="var(--success)"
            strokeWidth={2}
            strokeDasharray="5 3"
            isAnimationActive={false}
            dot={{ r: 2.5 }}
          />
        </LineChart>
      </ResponsiveContainer>
      <figcaption className="flex justify-center gap-4 text-muted text-xs">
        <span>
          <span aria-hidden="true" className="text-accent-ink">
            ━━
          </span>{' '}
          WhatsApp
        </span>
        <span>
          <span aria-hidden="true" className="text-success">
            ╍╍
          </span>{' '}
          SMS
        </span>
      </figcaption>
    </figure>
  )
}

const Prices = ({ history, currency }: { history: RateHistory; currency: BillingCurrency }) => {
  const now = useNow(60_000)
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>From</TableHeader>
          <TableHeader>Channel</TableHeader>
          <TableHeader className="text-right">Credits</TableHeader>
          <TableHeader className="max-sm:hidden">Source</TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {history.items.map(({ channel, credits, effectiveFrom, source }) => (
          <TableRow key={`${channel} ${effectiveFrom}`}>
            <TableCell className="whitespace-nowrap text-ink">
              {formatDate(effectiveFrom)}{' '}
              {Date.parse(effectiveFrom) > now && <Badge tone="warning">Announced</Badge>}
            </TableCell>
            <TableCell className="text-muted">{channelLabels[channel]}</TableCell>
            <TableCell className="whitespace-nowrap py-1.5 text-right text-ink tabular-nums">
              {formatCredits(credits, 4)}
              <span className="block text-muted text-xs">
                {formatValue(parseCredits(credits), currency)}
              </span>
            </TableCell>
            <TableCell className="text-muted max-sm:hidden">{source}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}
