import { Download, Map as MapIcon, TableProperties } from 'lucide-react'
import { regions } from '#domain/shared/region.ts'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Select } from '#web/ui/select.tsx'
import type { RateView } from './use-rate-filter.ts'

interface RateFilterBarProps {
  view: RateView
  onDownload: () => void
}

const flags = [
  ['allowed', 'Allowed'],
  ['used', 'Used'],
  ['changed', 'Changed'],
  ['withoutRate', 'No rate'],
] as const

/** Which countries are shown, as of when, and how. */
export const RateFilterBar = ({ view, onDownload }: RateFilterBarProps) => (
  <search className="flex flex-wrap items-end gap-x-3 gap-y-2.5">
    <Field label="Search" className="grow basis-64">
      {(control) => (
        <Input
          {...control}
          type="search"
          placeholder="Country, ISO code, +62 or a phone number"
          value={view.search}
          onChange={({ target }) => view.setSearch(target.value)}
        />
      )}
    </Field>
    <Field label="Region" className="w-32 max-sm:grow">
      {(control) => (
        <Select
          {...control}
          value={view.filter.region ?? ''}
          onChange={({ target }) => view.set({ region: target.value })}
        >
          <option value="">All</option>
          {regions.map((region) => (
            <option key={region}>{region}</option>
          ))}
        </Select>
      )}
    </Field>
    <Field label="Channel" className="w-32 max-sm:grow">
      {(control) => (
        <Select
          {...control}
          value={view.filter.channel ?? ''}
          onChange={({ target }) => view.set({ channel: target.value })}
        >
          <option value="">Both</option>
          <option value="whatsapp">WhatsApp</option>
          <option value="sms">SMS</option>
        </Select>
      )}
    </Field>
    <Field label="As of" className="w-36 max-sm:grow">
      {(control) => (
        <Input
          {...control}
          type="date"
          value={view.day}
          onChange={({ target }) => view.set({ at: target.value })}
        />
      )}
    </Field>
    <div className="flex flex-wrap items-center gap-2">
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">Only countries that are</legend>
        {flags.map(([flag, label]) => (
          <Button
            key={flag}
            aria-pressed={view.filter[flag]}
            onClick={() => view.setFlag(flag, !view.filter[flag])}
            className="aria-pressed:bg-accent-soft aria-pressed:text-accent-ink aria-pressed:ring-accent"
          >
            {label}
          </Button>
        ))}
      </fieldset>
      <Button onClick={() => view.set({ view: view.isMap ? '' : 'map' })}>
        {view.isMap ? (
          <TableProperties aria-hidden="true" className="size-4" />
        ) : (
          <MapIcon aria-hidden="true" className="size-4" />
        )}
        {view.isMap ? 'Hide map' : 'Map'}
      </Button>
      <Button onClick={onDownload}>
        <Download aria-hidden="true" className="size-4" />
        CSV
      </Button>
    </div>
  </search>
)
