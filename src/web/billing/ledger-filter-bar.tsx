import { X } from 'lucide-react'
import { entryKinds } from '#domain/billing/ledger.ts'
import { channels } from '#domain/otp/channel.ts'
import { endOfLocalDay, startOfLocalDay } from '#web/shared/local-days.ts'
import { type UrlState, useUrlState } from '#web/shared/use-url-state.ts'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import type { LedgerFilter } from './billing-queries.ts'
import {
  type Choice,
  ChoiceFields,
  DayFields,
  filterBarClass,
  useCodeChoices,
} from './filter-fields.tsx'
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

const kinds: Choice = {
  ...{ name: 'kind', label: 'Kind' },
  options: entryKinds.map((kind) => [kind, ledgerKinds[kind].label]),
}

/** Narrows the ledger down. */
export const LedgerFilterBar = ({ url }: { url: UrlState }) => {
  const codes = useCodeChoices()
  return (
    <search className={filterBarClass}>
      <ChoiceFields url={url} choices={[kinds, ...codes]} />
      <Field label="Task">
        {(control) => (
          <Input
            {...control}
            placeholder="All"
            autoComplete="off"
            spellCheck={false}
            value={url.get('taskId')}
            onChange={({ target }) => url.set({ taskId: target.value.trim() })}
          />
        )}
      </Field>
      <DayFields
        from={url.get('from')}
        to={url.get('to')}
        onChange={(name, day) => url.set({ [name]: day })}
      />
    </search>
  )
}

/** Takes all filters away; nothing where there is none. */
export const ClearFilters = ({ url }: { url: UrlState }) =>
  names.some((name) => url.has(name)) && (
    <Button
      variant="ghost"
      onClick={() => url.set(Object.fromEntries(names.map((name) => [name, ''])))}
    >
      <X aria-hidden="true" className="size-4" />
      Clear
    </Button>
  )
