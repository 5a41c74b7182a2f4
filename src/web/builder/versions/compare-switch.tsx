/** What a version is compared with. */
export type Comparison = 'draft' | 'previous'

const choices: readonly [Comparison, string][] = [
  ['draft', 'The draft'],
  ['previous', 'The version before'],
]

interface CompareSwitchProps {
  value: Comparison
  onChange: (value: Comparison) => void
}

/** Chooses what a version is compared with. */
export const CompareSwitch = ({ value, onChange }: CompareSwitchProps) => (
  <fieldset className="flex flex-wrap items-center gap-1">
    <legend className="float-left mr-2 text-muted text-xs">Compared with</legend>
    {choices.map(([choice, label]) => (
      <label
        key={choice}
        className="flex h-7 cursor-pointer items-center rounded-md px-2 font-medium text-muted text-xs ring-1 ring-line ring-inset has-checked:bg-accent-soft has-checked:text-accent-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
      >
        <input
          type="radio"
          name="compared-with"
          className="sr-only"
          checked={value === choice}
          onChange={() => onChange(choice)}
        />
        {label}
      </label>
    ))}
  </fieldset>
)
