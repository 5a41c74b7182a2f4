import { useQuery } from '@tanstack/react-query'
import { channelLabels, channels } from '#domain/otp/channel.ts'
import { countryName } from '#web/shared/country-name.ts'
import type { UrlState } from '#web/shared/use-url-state.ts'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Select } from '#web/ui/select.tsx'
import { usageNamesQuery } from './billing-queries.ts'

/** Fields beside each other, as many as fit, all as wide as a date needs. */
export const filterBarClass =
  'grid grid-cols-[repeat(auto-fit,minmax(7.75rem,1fr))] items-end gap-x-3 gap-y-2.5'

/** Something to filter by: its name in the address, its label, and what there is to choose from. */
export interface Choice {
  name: string
  label: string
  options: readonly (readonly [value: string, text: string])[]
}

/** What codes can be told apart by. */
export const useCodeChoices = (): Choice[] => {
  const { data } = useQuery(usageNamesQuery)
  const { countries = [], flows = [], workers = [] } = data ?? {}
  return [
    {
      ...{ name: 'channel', label: 'Channel' },
      options: channels.map((channel) => [channel, channelLabels[channel]]),
    },
    {
      ...{ name: 'country', label: 'Country' },
      options: countries.map((code) => [code, countryName(code)]),
    },
    { name: 'flowId', label: 'Flow', options: flows.map(({ id, name }) => [id, name]) },
    { name: 'workerId', label: 'Worker', options: workers.map(({ id, name }) => [id, name]) },
  ]
}

/** Selects that write what is chosen into the address. */
export const ChoiceFields = ({ url, choices }: { url: UrlState; choices: readonly Choice[] }) =>
  choices.map(({ name, label, options }) => (
    <Field key={name} label={label}>
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
  ))

interface DayFieldsProps {
  from: string
  to: string
  onChange: (name: 'from' | 'to', day: string) => void
}

/** The first and the last day of a period. */
export const DayFields = ({ onChange, ...days }: DayFieldsProps) =>
  (['from', 'to'] as const).map((name) => (
    <Field key={name} label={name === 'from' ? 'From' : 'To'}>
      {(control) => (
        <Input
          {...control}
          type="date"
          value={days[name]}
          onChange={({ target }) => onChange(name, target.value)}
        />
      )}
    </Field>
  ))
