import { LocateFixed } from 'lucide-react'
import { useState } from 'react'
import type { AnswerValue } from '#domain/components/answer.ts'
import type { InputComponent } from '#domain/components/input/input-schema.ts'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import type { StepProps } from '../step-props.ts'
import { useLocation } from './use-location.ts'

/** A point: where this device is, or typed in degrees. */
export const CoordinateControl = ({
  component,
  value,
  error,
  onChange,
}: StepProps<InputComponent>) => {
  const [typed, setTyped] = useState(() => toTexts(value))
  const location = useLocation((point) => {
    setTyped(toTexts(point))
    onChange(point)
  }, ', or type the degrees')
  const type = (texts: [string, string]) => {
    setTyped(texts)
    onChange(toCoordinate(texts))
  }
  const message = error?.message ?? location.refusal
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-ink text-sm group-data-[touch]/form:text-base">
        {component.title}
      </legend>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Latitude" required={component.required}>
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              value={typed[0]}
              aria-invalid={error && true}
              onChange={({ target }) => type([target.value, typed[1]])}
            />
          )}
        </Field>
        <Field label="Longitude" required={component.required}>
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              value={typed[1]}
              aria-invalid={error && true}
              onChange={({ target }) => type([typed[0], target.value])}
            />
          )}
        </Field>
      </div>
      <div>
        <Button busy={location.busy} onClick={location.find}>
          <LocateFixed aria-hidden="true" className="size-4" />
          Use my location
        </Button>
      </div>
      {component.helpText !== '' && <p className="text-muted text-xs">{component.helpText}</p>}
      <p role="status" className="font-medium text-danger-ink text-xs">
        {message}
      </p>
    </fieldset>
  )
}

const toTexts = (value: AnswerValue): [string, string] =>
  typeof value === 'object' && value !== null && 'latitude' in value
    ? [String(value.latitude), String(value.longitude)]
    : ['', '']

/** What was typed: nothing when both are empty, NaN where it is no number, so that the check refuses. */
const toCoordinate = ([latitude, longitude]: [string, string]): AnswerValue =>
  latitude.trim() === '' && longitude.trim() === ''
    ? null
    : { latitude: toNumber(latitude), longitude: toNumber(longitude) }

const toNumber = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))
