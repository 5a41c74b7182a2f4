import type { SelectOption } from '#domain/components/select/select-schema.ts'

interface OptionTicksProps {
  label: string
  options: readonly SelectOption[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Some of the options, ticked. */
export const OptionTicks = ({ label, options, chosen, onChange }: OptionTicksProps) => (
  <fieldset className="min-w-0">
    <legend className="mb-1 font-medium text-ink text-sm">{label}</legend>
    <ul className="flex max-h-48 flex-col overflow-y-auto rounded-md border border-line py-1">
      {options.map((option) => (
        <li key={option.id}>
          <label className="flex min-h-7 cursor-pointer items-center gap-2 px-2.5 text-ink text-sm hover:bg-subtle">
            <input
              type="checkbox"
              className="size-4 shrink-0 accent-accent"
              checked={chosen.includes(option.id)}
              onChange={({ target }) =>
                onChange(
                  options
                    .map(({ id }) => id)
                    .filter((id) => (id === option.id ? target.checked : chosen.includes(id))),
                )
              }
            />
            <span className="min-w-0 truncate">{option.label}</span>
          </label>
        </li>
      ))}
    </ul>
  </fieldset>
)
