import { Download, X } from 'lucide-react'
import { type AuditAction, auditActions } from '#contract/audit-contract.ts'
import { endOfLocalDay, startOfLocalDay } from '#web/shared/local-days.ts'
import { type UrlState, useUrlState } from '#web/shared/use-url-state.ts'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Select } from '#web/ui/select.tsx'
import type { AuditFilter } from './audit-queries.ts'

const names = ['who', 'action', 'from', 'to'] as const
const actions = Object.entries(auditActions) as [AuditAction, string][]

/** The filter that an address says. What it says wrongly is left out. */
const readFilter = (url: UrlState): AuditFilter => {
  const who = url.get('who').trim()
  const action = actions.find(([known]) => known === url.get('action'))?.[0]
  const from = startOfLocalDay(url.get('from'))
  const to = endOfLocalDay(url.get('to'))
  return {
    ...(who !== '' && { who }),
    ...(action && { action }),
    ...(from && { from }),
    ...(to && { to }),
  }
}

/** Which entries are shown; kept in the address. */
export const useAuditFilter = () => {
  const url = useUrlState()
  return { url, filter: readFilter(url) }
}

/** Narrows the trail down. */
export const AuditFilterBar = ({ url, onDownload }: { url: UrlState; onDownload: () => void }) => (
  <search className="flex flex-wrap items-end gap-x-3 gap-y-2.5">
    <Field label="Who" className="w-44 grow">
      {(control) => (
        <Input
          {...control}
          type="search"
          placeholder="Part of a name"
          maxLength={100}
          value={url.get('who')}
          onChange={({ target }) => url.set({ who: target.value })}
        />
      )}
    </Field>
    <Field label="What" className="w-44 grow">
      {(control) => (
        <Select
          {...control}
          value={url.get('action')}
          onChange={({ target }) => url.set({ action: target.value })}
        >
          <option value="">Everything</option>
          {actions.map(([action, title]) => (
            <option key={action} value={action}>
              {title}
            </option>
          ))}
        </Select>
      )}
    </Field>
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
      {names.some((name) => url.has(name)) && (
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
