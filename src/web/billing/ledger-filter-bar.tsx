import { useQuery } from '@tanstack/react-query'
import { Download, X } from 'lucide-react'
import { entryKinds } from '#domain/billing/ledger.ts'
import { channelLabels, channels } from '#domain/otp/channel.ts'
import { countryName } from '#web/shared/country-name.ts'
import { endOfLocalDay, startOfLocalDay } from '#web/shared/local-days.ts'
import { type UrlState, useUrlState } from '#web/shared/use-url-state.ts'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Select } from '#web/ui/select.tsx'
import { type LedgerFilter, usageNamesQuery } from './billing-queries.ts'
import { ledgerKinds } from './ledger-kinds.ts'

const names = ['kind', 'channel', 'country', 'flowId', 'workerId', 'taskId', 'from', 'to'] as const

/** The filter that an address says. What it says wrongly is left out. */
const readFilter = (url: UrlState): LedgerFilter => {
  const kind = entryKinds.find((known) => known === url.get('kind'))
  const channel = channels.find((known) => known === url.get('channel'))
  const text = (name: 'country' | 'flowId' | 'workerId' | 'taskId') =>
    url.get(name) === '' ? {} : { [name]: url.get(name) }
  const from = startOfLocalDay(url.get('from'))
  const to = endOfLocalDay(url.get('to'))
  return {
    ...(kind && { kind }),
    ...(channel && { channel }),
    ...text('country'),
    ...text('flowId'),
    ...text('workerId'),
    ...text('taskId'),
    ...(from && { from }),
    ...(to && { to }),
  }
}

/** Which entries are shown; kept in the address. */
export const useLedgerFilter = () => {
  const url = useUrlState()
  return { url, filter: readFilter(url) }
}

interface LedgerFilterBarProps {
  url: UrlState
  onDownload: () => void
}

/** Narrows the ledger down. */
export const LedgerFilterBar = ({ url, onDownload }: LedgerFilterBarProps) => {
  const { data } = useQuery(usageNamesQuery)
  const choices = [
    ['kind', 'Kind', entryKinds.map((kind) => [kind, ledgerKinds[kind].label])],
    ['channel', 'Channel', channels.map((channel) => [channel, channelLabels[channel]])],
    ['country', 'Country', (data?.countries ?? []).map((code) => [code, countryName(code)])],
    ['flowId', 'Flow', (data?.flows ?? []).map(({ id, name }) => [id, name])],
    ['workerId', 'Worker', (data?.workers ?? []).map(({ id, name }) => [id, name])],
  ] as const
  const isFiltered = names.some((name) => url.has(name))
  return (
    <search className="flex flex-wrap items-end gap-x-3 gap-y-2.5">
      {choices.map(([name, label, options]) => (
        <Field key={name} label={label} className="w-32 grow">
          {(control) => (
            <Select
              {...control}
              value={url.get(name)}
              onChange={({ target }) => url.set({ [name]: target.value })}
            >
              <option value="">All</option>
              {options.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ))}
      {(['from', 'to'] as const).map((name) => (
        <Field key={name} label={name === 'from' ? 'From' : 'To'} className="w-34 grow">
          {(control) => (
            <Input
              {...control}
              type="date"
              value={url.get(name)}
              onChange={({ target }) => url.set({ [name]: target.value })}
            />
          )}
        </Field>
      ))}
      <div className="flex gap-2">
        {isFiltered && (
          <Button
            variant="ghost"
            onClick={() => url.set(Object.fromEntries(names.map((name) => [name, ''])))}
          >
            <X aria-hidden="true" className="size-4" />
            Clear
          </Button>
        )}
        <Button onClick={onDownload}>
          <Download aria-hidden="true" className="size-4" />
          CSV
        </Button>
      </div>
    </search>
  )
}
