import { type ComponentProps, lazy } from 'react'
import type { InputComponent } from '#domain/components/input/input-schema.ts'
import { Field, type FieldControl } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Textarea } from '#web/ui/textarea.tsx'
import type { StepProps } from '../step-props.ts'

const CoordinateControl = lazy(async () => ({
  default: (await import('./coordinate-control.tsx')).CoordinateControl,
}))
const GeolockControl = lazy(async () => ({
  default: (await import('./geolock-control.tsx')).GeolockControl,
}))
const PhoneControl = lazy(async () => ({
  default: (await import('./phone-control.tsx')).PhoneControl,
}))

/** From this length on, a text gets room for several lines. */
const severalLines = 120

type PlainType = Exclude<InputComponent['dataType'], 'coordinate' | 'phoneNumber' | 'address'>

/** The recipient's data is typed, not the worker's own: the browser's suggestions would be wrong. */
const attributes: Record<PlainType, ComponentProps<'input'>> = {
  text: { type: 'text' },
  number: { type: 'text', inputMode: 'decimal' },
  currency: { type: 'text', inputMode: 'decimal' },
  date: { type: 'date' },
  dateTime: { type: 'datetime-local' },
  time: { type: 'time' },
  email: { type: 'email', inputMode: 'email', autoCapitalize: 'none', spellCheck: false },
  url: { type: 'url', inputMode: 'url', autoCapitalize: 'none', spellCheck: false },
}

/** Asks for one value, by the control that fits its data type. */
export const InputStep = (props: StepProps<InputComponent>) => {
  const { component, error } = props
  const { title, helpText, required } = component
  if (component.dataType === 'coordinate') {
    // A flow that was published before there were geolocks has no such setting.
    const isLocked = component.geolock === 'point' || component.geolock === 'field'
    return isLocked ? <GeolockControl {...props} /> : <CoordinateControl {...props} />
  }
  return (
    <Field label={title} description={helpText} error={error?.message} required={required}>
      {(control) => <Control {...props} control={control} />}
    </Field>
  )
}

interface ControlProps extends StepProps<InputComponent> {
  control: FieldControl
}

const Control = ({ component, value, onChange, control }: ControlProps) => {
  const { dataType, placeholder, maximumLength, unit, currency } = component
  const text = typeof value === 'object' ? '' : String(value)
  const common = {
    ...control,
    value: text,
    placeholder,
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  }
  if (dataType === 'phoneNumber') {
    return <PhoneControl component={component} text={text} onChange={onChange} control={control} />
  }
  if (dataType === 'coordinate') return null
  if (dataType === 'address' || (dataType === 'text' && (maximumLength ?? 0) > severalLines)) {
    return <Textarea {...common} />
  }
  const suffix = dataType === 'number' ? unit : dataType === 'currency' ? currency : ''
  const input = <Input {...common} {...attributes[dataType]} />
  if (suffix === '') return input
  return (
    <span className="flex items-center gap-2">
      {input}
      <span className="shrink-0 text-muted text-sm">{suffix}</span>
    </span>
  )
}
