import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import type { RateImportReport } from '#contract/rate-contract.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { ApiError, toMessage } from '#web/shared/api-error.ts'
import { Link } from '#web/shared/link.tsx'
import { Screen } from '#web/shared/screen.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Switch } from '#web/ui/switch.tsx'
import { toast } from '#web/ui/toast.ts'
import { RateImportDifference } from './rate-import-difference.tsx'

interface Wanted {
  file: File
  /** A day. */
  from: string
  source: string
}

/** More is not read by the server either. */
const mostBytes = 3 * 2 ** 20

const send = async (
  { file, from, source }: Wanted,
  more: { dryRun?: 'true'; allowSuspicious?: 'true' },
): Promise<RateImportReport> => {
  if (file.size > mostBytes) {
    throw new ApiError('too-large', 413, 'The file is too large: at most 3 MiB.', null)
  }
  const type = file.name.toLowerCase().endsWith('.json') ? 'application/json' : 'text/csv'
  const query = {
    ...(from !== '' && { effectiveFrom: `${from}T00:00:00Z` }),
    ...(source.trim() !== '' && { source }),
    ...more,
  }
  const init = { body: file, headers: { 'content-type': type } }
  // `json` is what the type asks for; the file of `init` takes its place.
  return call(api.v1.billing.rates.$put({ query, json: '' }, { init }))
}

/** New rates from a file: what they change and for whom first, then the change. */
export const ImportRatesScreen = () => {
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const [from, setFrom] = useState('')
  const [source, setSource] = useState('')
  const [isAllowed, setAllowed] = useState(false)
  const check = useMutation({ mutationFn: (wanted: Wanted) => send(wanted, { dryRun: 'true' }) })
  const apply = useMutation({
    mutationFn: (wanted: Wanted) => send(wanted, isAllowed ? { allowSuspicious: 'true' } : {}),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['rates'] })
      check.reset()
      setFile(undefined)
      toast('The rates are appended', { tone: 'success' })
    },
  })
  /** What was checked is no more what would be applied. */
  const change = (set: () => void) => {
    set()
    check.reset()
    apply.reset()
    setAllowed(false)
  }
  const report = check.data
  const wanted = file && { file, from, source }
  const error = apply.error ?? check.error
  const isChanging = report !== undefined && report.changes.length > 0
  return (
    <Screen
      title="Import rates"
      description="New prices hold from a day on, for all organisations. What holds now or held before never changes."
      back={
        <Link
          href="/billing/rates"
          className="mb-1 inline-flex items-center gap-1 text-muted hover:text-ink"
        >
          <ArrowLeft aria-hidden="true" className="size-3.5" />
          Rates
        </Link>
      }
    >
      <Card className="grid items-start gap-4 p-4 sm:grid-cols-[2fr_1fr_1fr_auto]">
        <Field
          label="File"
          description="CSV (UTF-8) with the columns channel, country, credits or price_usd; effective_from is optional. Or JSON."
        >
          {(control) => (
            <input
              {...control}
              // A file that was taken is not chosen any more.
              key={apply.submittedAt}
              type="file"
              accept=".csv,.json,text/csv,application/json"
              onChange={({ target }) => change(() => setFile(target.files?.[0]))}
              className="block w-full text-muted text-sm file:mr-3 file:h-8 file:cursor-pointer file:rounded-md file:border-0 file:bg-subtle file:px-3 file:font-medium file:text-ink"
            />
          )}
        </Field>
        <Field label="Effective from" description="UTC, for lines without their own">
          {(control) => (
            <Input
              {...control}
              type="date"
              value={from}
              onChange={({ target }) => change(() => setFrom(target.value))}
            />
          )}
        </Field>
        <Field label="Source" description="Kept with each price">
          {(control) => (
            <Input
              {...control}
              placeholder="Price list 2027"
              maxLength={200}
              value={source}
              onChange={({ target }) => change(() => setSource(target.value))}
            />
          )}
        </Field>
        <Button
          className="sm:mt-6"
          variant={isChanging ? 'secondary' : 'primary'}
          disabled={wanted === undefined}
          busy={check.isPending}
          onClick={() => wanted && check.mutate(wanted)}
        >
          Show what changes
        </Button>
      </Card>
      {error !== null && <Refusal error={error} />}
      {report !== undefined && <RateImportDifference report={report} />}
      {isChanging && (
        <div className="flex flex-wrap items-center justify-end gap-4">
          {report.counts.suspicious > 0 && (
            <Switch
              label={`Suspicious changes looked at: ${report.counts.suspicious}`}
              checked={isAllowed}
              onChange={setAllowed}
              className="items-center"
            />
          )}
          <Button
            variant="primary"
            disabled={report.counts.suspicious > 0 && !isAllowed}
            busy={apply.isPending}
            onClick={() => wanted && apply.mutate(wanted)}
          >
            {`Append ${report.changes.length} ${report.changes.length === 1 ? 'rate' : 'rates'}`}
          </Button>
        </div>
      )}
    </Screen>
  )
}

const Refusal = ({ error }: { error: Error }) => {
  const errors = error instanceof ApiError ? (error.problem?.errors ?? []) : []
  return (
    <div role="alert" className="rounded-lg bg-danger-soft px-4 py-3 text-danger-ink">
      <p className="font-semibold">{toMessage(error)}</p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {errors.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <span className="font-mono text-xs">{path}</span>: {message}
          </li>
        ))}
      </ul>
    </div>
  )
}
