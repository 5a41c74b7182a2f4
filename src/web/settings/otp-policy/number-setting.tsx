import { useState } from 'react'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'

interface NumberSettingProps {
  label: string
  unit: string
  description?: string
  value: number
  bounds: readonly [least: number, most: number]
  /** Another objection than its own bounds. */
  error?: string | undefined
  onChange: (value: number) => void
}

const write = (value: number) => (Number.isNaN(value) ? '' : String(value))

/** A whole number with its unit. What is no number is NaN, which no policy takes. */
export const NumberSetting = (props: NumberSettingProps) => {
  const { label, unit, description, value, bounds, error, onChange } = props
  const [least, most] = bounds
  const [text, setText] = useState(write(value))
  // Set from outside, for example by going back to what is saved.
  const shown = Number.parseInt(text, 10) === value || Number.isNaN(value) ? text : write(value)
  const isWithin = Number.isInteger(value) && value >= least && value <= most
  const format = (bound: number) => bound.toLocaleString('en')
  return (
    <Field
      label={label}
      description={description}
      error={isWithin ? error : `A whole number from ${format(least)} to ${format(most)}`}
    >
      {(control) => (
        <span className="flex items-center gap-2">
          <Input
            {...control}
            className="min-w-14 max-w-28 tabular-nums"
            inputMode="numeric"
            value={shown}
            onChange={({ target }) => {
              setText(target.value)
              const typed = target.value.trim()
              onChange(/^\d{1,12}$/.test(typed) ? Number(typed) : Number.NaN)
            }}
          />
          <span aria-hidden="true" className="shrink-0 whitespace-nowrap text-muted text-sm">
            {unit}
          </span>
        </span>
      )}
    </Field>
  )
}
