import { useQuery } from '@tanstack/react-query'
import { channelLabels, channels } from '#domain/otp/channel.ts'
import { countryName } from '#web/shared/country-name.ts'
import { addDays, listDays, toLocalDay } from '#web/shared/local-days.ts'
import type { UrlState } from '#web/shared/use-url-state.ts'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Select } from '#web/ui/select.tsx'
import { usageNamesQuery } from './billing-queries.ts'
import type { Period } from './usage-queries.ts'

const lengths = [7, 30, 90, 365]

/** Over which period, and of what, usage is shown. */
export const UsageFilterBar = ({ url, period }: { url: UrlState; period: Period }) => {
  const { data } = useQuery(usageNamesQuery)
  const today = toLocalDay(Date.now())
  const length = period.to === today ? listDays(period.from, period.to).length : 0
  const choices = [
    ['channel', 'Channel', channels.map((channel) => [channel, channelLabels[channel]])],
    ['country', 'Country', (data?.countries ?? []).map((code) => [code, countryName(code)])],
    ['flowId', 'Flow', (data?.flows ?? []).map(({ id, name }) => [id, name])],
    ['workerId', 'Worker', (data?.workers ?? []).map(({ id, name }) => [id, name])],
  ] as const
  return (
    <search className="flex flex-wrap items-end gap-x-3 gap-y-2.5">
      <Field label="Period" className="w-34 grow">
        {(control) => (
          <Select
            {...control}
            value={lengths.includes(length) ? length : ''}
            onChange={({ target }) =>
              target.value !== '' &&
              url.set({ from: addDays(today, 1 - Number(target.value)), to: today })
            }
          >
            <option value="">Chosen days</option>
            {lengths.map((days) => (
              <option key={days} value={days}>{`Last ${days} days`}</option>
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
              value={period[name]}
              onChange={({ target }) =>
                target.value !== '' && url.set({ ...period, [name]: target.value })
              }
            />
          )}
        </Field>
      ))}
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
    </search>
  )
}
