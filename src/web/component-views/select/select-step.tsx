import clsx from 'clsx'
import { Check } from 'lucide-react'
import { useId } from 'react'
import { findBounds, findChosen } from '#domain/components/select/select-answer.ts'
import type { SelectComponent } from '#domain/components/select/select-schema.ts'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Select } from '#web/ui/select.tsx'
import type { StepProps } from '../step-props.ts'

type Props = StepProps<SelectComponent>

/** Asks to choose: from a list, by ticks, or by large buttons. */
export const SelectStep = (props: Props) =>
  props.component.style === 'dropdown' ? <Dropdown {...props} /> : <Choices {...props} />

const Dropdown = ({ component, value, error, onChange }: Props) => (
  <Field
    label={component.title}
    description={component.helpText}
    error={error?.message}
    required={component.required}
  >
    {(control) => (
      <Select
        {...control}
        value={findChosen(value)[0] ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : [target.value])}
      >
        <option value="">Choose</option>
        {component.options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Select>
    )}
  </Field>
)

const Choices = ({ component, value, error, onChange }: Props) => {
  const name = useId()
  const describedBy = `${name}-description`
  const { options, required } = component
  const { least, most } = findBounds(component)
  const chosen = findChosen(value)
  const isSingle = most === 1
  const toggle = (id: string) => {
    const kept = isSingle ? [] : chosen.filter((other) => other !== id)
    const next = chosen.includes(id) ? kept : [...kept, id]
    const ordered = options.map((option) => option.id).filter((other) => next.includes(other))
    onChange(ordered.length === 0 ? null : ordered)
  }
  const notes = [component.helpText, describeCount(least, most, options.length)].filter(Boolean)
  return (
    <fieldset
      aria-describedby={describedBy}
      {...(isSingle && {
        role: 'radiogroup',
        'aria-required': required,
        'aria-invalid': error !== undefined,
      })}
      tabIndex={-1}
      className="min-w-0 rounded-xl outline-offset-4"
    >
      <legend className="mb-2 font-medium text-base text-ink">
        {component.title}
        {required && (
          <span aria-hidden="true" className="ml-0.5 text-danger-ink">
            *
          </span>
        )}
      </legend>
      <div className={component.style === 'button' ? 'grid grid-cols-2 gap-2' : 'grid gap-2'}>
        {options.map(({ id, label }) => (
          <Choice
            key={id}
            name={name}
            label={label}
            style={component.style}
            isSingle={isSingle}
            isChosen={chosen.includes(id)}
            isFull={!isSingle && chosen.length >= most}
            isWrong={error !== undefined}
            onToggle={() => toggle(id)}
          />
        ))}
      </div>
      {isSingle && !required && chosen.length > 0 && (
        <Button variant="ghost" className="mt-1 h-10" onClick={() => onChange(null)}>
          Clear the choice
        </Button>
      )}
      <div id={describedBy}>
        {notes.length > 0 && <p className="mt-1.5 text-muted text-xs">{notes.join(' ')}</p>}
        {error && <p className="mt-1.5 font-medium text-danger-ink text-xs">{error.message}</p>}
      </div>
    </fieldset>
  )
}

/** How many can be chosen, where that is not plain to see; empty otherwise. */
const describeCount = (least: number, most: number, count: number): string => {
  if (most === 1) return ''
  if (least > 1 && most < count) return `Choose ${least} to ${most}.`
  if (least > 1) return `Choose at least ${least}.`
  return most < count ? `Choose up to ${most}.` : ''
}

interface ChoiceProps {
  name: string
  label: string
  style: SelectComponent['style']
  isSingle: boolean
  isChosen: boolean
  /** Whether as many are chosen as can be: what is chosen can still be taken back. */
  isFull: boolean
  isWrong: boolean
  onToggle: () => void
}

/** One option: a native radio button or checkbox over the whole row. */
const Choice = (props: ChoiceProps) => {
  const { name, label, style, isSingle, isChosen, isFull, isWrong, onToggle } = props
  const isClosed = isFull && !isChosen
  return (
    <label
      className={clsx(
        'relative flex min-h-12 cursor-pointer items-center gap-3 rounded-xl border px-3.5 py-2.5 text-base transition-colors',
        'has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
        style === 'button' && 'justify-center text-center font-medium',
        isChosen
          ? 'border-accent bg-accent-soft text-accent-ink'
          : 'border-control bg-surface text-ink',
        isClosed && 'cursor-not-allowed text-muted',
      )}
    >
      <input
        type={isSingle ? 'radio' : 'checkbox'}
        name={name}
        checked={isChosen}
        disabled={isClosed}
        aria-invalid={(!isSingle && isWrong) || undefined}
        onChange={onToggle}
        className="absolute inset-0 cursor-[inherit] appearance-none opacity-0"
      />
      {style === 'checkbox' && (
        <span
          aria-hidden="true"
          className={clsx(
            'grid size-5 shrink-0 place-items-center border',
            isSingle ? 'rounded-full' : 'rounded-md',
            isChosen ? 'border-accent bg-accent text-white' : 'border-control',
          )}
        >
          {isChosen && <Check className="size-3.5" strokeWidth={3} />}
        </span>
      )}
      <span className="min-w-0 break-words">{label}</span>
    </label>
  )
}
