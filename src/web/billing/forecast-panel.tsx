import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Estimate } from '#contract/usage-contract.ts'
import { parseCredits } from '#domain/billing/credits.ts'
import { formatPercentChange } from '#domain/billing/rate-change.ts'
import { channelLabels } from '#domain/otp/channel.ts'
import { countryName } from '#web/shared/country-name.ts'
import { Flag } from '#web/shared/flag.tsx'
import { formatCredits } from '#web/shared/format-credits.ts'
import { formatDate } from '#web/shared/format-time.ts'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { useDebouncedValue } from '#web/shared/use-debounced-value.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Select } from '#web/ui/select.tsx'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'
import { usageNamesQuery } from './billing-queries.ts'
import { parseMix } from './parse-mix.ts'
import { estimateQuery } from './usage-queries.ts'

/** What runs of a flow will cost, by channel and country. */
export const ForecastPanel = () => {
  const names = useQuery(usageNamesQuery)
  const [flowId, setFlowId] = useState('')
  const [volume, setVolume] = useState('1000')
  const [mix, setMix] = useState('')
  const chosen = useDebouncedValue(mix, 400)
  const runs = useDebouncedValue(volume, 400)
  const shares = parseMix(chosen)
  const isVolume = /^[1-9]\d{0,6}$/.test(runs)
  const estimate = useQuery({
    ...estimateQuery({
      ...(flowId !== '' && { flowId }),
      volume: Number(runs),
      ...(shares !== undefined && shares.length > 0 && { mix: shares }),
    }),
    enabled: isVolume && shares !== undefined,
  })
  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-4 sm:grid-cols-[1fr_10rem_1.4fr]">
        <Field label="Flow" description="Each of its OTP steps sends one code a run">
          {(control) => (
            <Select {...control} value={flowId} onChange={({ target }) => setFlowId(target.value)}>
              <option value="">One code a run</option>
              {(names.data?.flows ?? []).map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label="Runs in 30 days"
          error={isVolume ? undefined : 'A whole number from 1 to 9,999,999.'}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={volume}
              onChange={({ target }) => setVolume(target.value.trim())}
            />
          )}
        </Field>
        <Field
          label="Country mix"
          description="Empty: as your codes went in the last 30 days"
          error={shares === undefined ? 'Write shares like “ID 80, SG 20”.' : undefined}
        >
          {(control) => (
            <Input
              {...control}
              placeholder="ID 80, SG 20"
              value={mix}
              onChange={({ target }) => setMix(target.value)}
            />
          )}
        </Field>
      </div>
      <QueryView
        query={estimate}
        loading={
          <Card>
            <ListSkeleton />
          </Card>
        }
      >
        {(data) => <Forecast estimate={data} />}
      </QueryView>
    </div>
  )
}

const sources: Record<Estimate['mixSource'], string> = {
  traffic: 'spread as your codes went in the last 30 days',
  home: 'all to your home country, as no code was sent in the last 30 days',
  chosen: 'spread as chosen',
  recipients: 'to the recipients',
}

/** Longer is not worth a number. */
const tenYears = 3_650

const describeDays = (days: number | null): string => {
  if (days === null) return ''
  const lasts =
    days === 0
      ? 'does not last a day'
      : days > tenYears
        ? 'lasts for years'
        : `lasts ${days.toLocaleString('en')} ${days === 1 ? 'day' : 'days'}`
  return ` Your credit ${lasts} with so many runs.`
}

const Forecast = ({ estimate }: { estimate: Estimate }) => {
  const { volume, mixSource, stepsPerRun, asBuilt, daysLeft, available, notAllowed } = estimate
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink">
        {`${volume.toLocaleString('en')} runs, ${sources[mixSource]}; ${stepsPerRun} ${stepsPerRun === 1 ? 'code' : 'codes'} a run. `}
        {asBuilt !== null && stepsPerRun > 0 && (
          <>
            {'The flow as it is costs '}
            <strong className="font-semibold tabular-nums">{`${formatCredits(asBuilt.credits)} credits`}</strong>
            {'.'}
            <Announced credits={asBuilt.credits} announced={asBuilt.announced} />
          </>
        )}
        {describeDays(daysLeft)}
        {notAllowed.length > 0 && (
          <span className="text-warning-ink">{` The OTP policy does not allow ${notAllowed.map(countryName).join(', ')} yet.`}</span>
        )}
        <span className="text-muted">{` Available Credits: ${formatCredits(available)}.`}</span>
      </p>
      <Card>
        <Table>
          <TableHead>
            <tr className="[&>th:first-child]:pl-4 [&>th:last-child]:pr-4">
              <TableHeader>All by</TableHeader>
              <TableHeader className="text-right">Credits</TableHeader>
              <TableHeader>Reaches</TableHeader>
              <TableHeader>Announced</TableHeader>
            </tr>
          </TableHead>
          <tbody>
            {estimate.channels.map(({ channel, credits, withoutRate, announced }) => (
              <TableRow key={channel}>
                <TableCell className="pl-4 font-medium text-ink">
                  <span className="flex flex-wrap items-center gap-2">
                    {channelLabels[channel]}
                    {channel === estimate.cheapest && <Badge tone="success">Cheapest</Badge>}
                  </span>
                </TableCell>
                <TableCell className="text-right text-ink tabular-nums">
                  {formatCredits(credits)}
                </TableCell>
                <TableCell className="text-muted">
                  {channel === 'email'
                    ? 'Recipients with an email address'
                    : withoutRate.length === 0
                      ? 'All countries'
                      : `Not ${withoutRate.map(countryName).join(', ')}: no rate`}
                </TableCell>
                <TableCell className="pr-4 text-muted">
                  {announced === null ? '–' : <Announced credits={credits} announced={announced} />}
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      </Card>
      <Card>
        <Table>
          <TableHead>
            <tr className="[&>th:first-child]:pl-4 [&>th:last-child]:pr-4">
              <TableHeader>Country</TableHeader>
              <TableHeader className="text-right">Runs</TableHeader>
              <TableHeader>Cheapest channel that reaches</TableHeader>
            </tr>
          </TableHead>
          <tbody>
            {estimate.countries.map(({ country, countryName: name, runs, cheapest }) => (
              <TableRow key={country}>
                <TableCell className="pl-4">
                  <span className="flex items-center gap-2.5 text-ink">
                    <Flag country={country} />
                    {name}
                  </span>
                </TableCell>
                <TableCell className="text-right text-muted tabular-nums">
                  {runs.toLocaleString('en')}
                </TableCell>
                <TableCell className="pr-4 text-muted">
                  {cheapest === null ? 'None: no rate' : channelLabels[cheapest]}
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      </Card>
    </div>
  )
}

interface AnnouncedProps {
  credits: string
  announced: Estimate['channels'][number]['announced']
}

const Announced = ({ credits, announced }: AnnouncedProps) => {
  if (announced === null) return null
  const before = parseCredits(credits)
  const isRaise = parseCredits(announced.credits) > before
  const percent =
    before === 0n ? '' : ` (${formatPercentChange(before, parseCredits(announced.credits))} %)`
  return (
    <span
      className={isRaise ? 'text-warning-ink' : 'text-success-ink'}
    >{` ${formatCredits(announced.credits)}${percent} with the rates announced, from ${formatDate(announced.effectiveFrom)} on.`}</span>
  )
}
