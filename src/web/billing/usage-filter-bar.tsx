import { addDays, listDays, toLocalDay } from '#web/shared/local-days.ts'
import type { UrlState } from '#web/shared/use-url-state.ts'
import { Field } from '#web/ui/field.tsx'
import { Select } from '#web/ui/select.tsx'
import { ChoiceFields, DayFields, filterBarClass, useCodeChoices } from './filter-fields.tsx'
import type { Period } from './usage-queries.ts'

const lengths = [7, 30, 90, 365]

/** Over which period, and of what, usage is shown. */
export const UsageFilterBar = ({ url, period }: { url: UrlState; period: Period }) => {
  const choices = useCodeChoices()
  const today = toLocalDay(Date.now())
  const length = period.to === today ? listDays(period.from, period.to).length : 0
  return (
    <search className={filterBarClass}>
      <Field label="Period">
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
      <DayFields
        {...period}
        onChange={(name, day) => day !== '' && url.set({ ...period, [name]: day })}
      />
      <ChoiceFields url={url} choices={choices} />
    </search>
  )
}
