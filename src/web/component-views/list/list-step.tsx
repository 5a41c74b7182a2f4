import { X } from 'lucide-react'
import type { ListAnswer } from '#domain/components/answer.ts'
import { blankValues, findList } from '#domain/components/list/list-answer.ts'
import { listLimits } from '#domain/components/list/list-limits.ts'
import type { ListComponent } from '#domain/components/list/list-schema.ts'
import { Field } from '#web/ui/field.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { Input } from '#web/ui/input.tsx'
import { QuantityStepper } from '../shared/quantity-stepper.tsx'
import { StepFrame } from '../shared/step-frame.tsx'
import type { StepProps } from '../step-props.ts'
import { AddListEntry } from './add-list-entry.tsx'

type Entry = ListAnswer['entries'][number]

const listEntries = (list: ListComponent, answered: readonly Entry[]): Entry[] => [
  ...list.entries.map(
    (name) =>
      answered.find((entry) => entry.name === name) ?? { name, value: blankValues[list.listType] },
  ),
  ...answered.filter(({ name }) => !list.entries.includes(name)),
]

/** Asks for something about each entry of a list. */
export const ListStep = ({ component, value, error, onChange }: StepProps<ListComponent>) => {
  const { title, helpText, required, listType, addNew } = component
  const entries = listEntries(component, findList(value)?.entries ?? [])
  const change = (next: Entry[]) => onChange({ entries: next })
  return (
    <StepFrame title={title} helpText={helpText} required={required} error={error?.message}>
      <ul
        {...(error && { 'aria-invalid': true, tabIndex: -1 })}
        className="flex flex-col divide-y divide-line rounded-xl border border-line bg-surface px-3.5"
      >
        {entries.map((entry, index) => (
          <li key={entry.name} className="flex items-center gap-2 py-1.5">
            <div className="min-w-0 grow">
              <EntryControl
                entry={entry}
                kind={listType}
                onChange={(next) => change(entries.with(index, { ...entry, value: next }))}
              />
            </div>
            {index >= component.entries.length && (
              <IconButton
                icon={X}
                label={`Remove ${entry.name}`}
                tooltipSide="left"
                size="large"
                onClick={() => change(entries.toSpliced(index, 1))}
              />
            )}
          </li>
        ))}
        {entries.length === 0 && <li className="py-3 text-muted">Nothing on it yet</li>}
      </ul>
      {addNew && (
        <AddListEntry
          list={component}
          taken={entries.map(({ name }) => name)}
          onAdd={(name) =>
            // To write something down is to tick it.
            change([
              ...entries,
              { name, value: { text: '', checkbox: true, quantity: 1 }[listType] },
            ])
          }
        />
      )}
    </StepFrame>
  )
}

interface EntryControlProps {
  entry: Entry
  kind: ListComponent['listType']
  onChange: (value: Entry['value']) => void
}

const EntryControl = ({ entry: { name, value }, kind, onChange }: EntryControlProps) => {
  if (kind === 'checkbox') {
    return (
      <label className="flex min-h-11 items-center gap-3 break-words text-base text-ink">
        <input
          type="checkbox"
          className="size-5 shrink-0 accent-accent"
          checked={value === true}
          onChange={({ target }) => onChange(target.checked)}
        />
        {name}
      </label>
    )
  }
  if (kind === 'quantity') {
    return (
      <span className="flex items-center justify-between gap-2 py-1">
        <span className="min-w-0 break-words text-base text-ink">{name}</span>
        <QuantityStepper
          name={name}
          value={Number(value)}
          most={listLimits.quantity}
          onChange={onChange}
        />
      </span>
    )
  }
  return (
    <Field label={name} className="py-1.5">
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          maxLength={listLimits.textLength}
          value={String(value)}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}
