import { useState } from 'react'
import type { TargetInSight } from '#domain/components/component-problem.ts'
import type { SelectAction, SelectOption } from '#domain/components/select/select-schema.ts'
import { Field, type FieldControl } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Select } from '#web/ui/select.tsx'
import { OptionTicks } from './option-ticks.tsx'

interface ActionEditorProps {
  options: readonly SelectOption[]
  action: SelectAction
  targets: readonly TargetInSight[]
  onChange: (action: SelectAction) => void
}

/** The parts of one action: which options, what they do, to what. */
export const ActionEditor = ({ options, action, targets, onChange }: ActionEditorProps) => {
  const isFill = action.do === 'fill'
  const offered = targets.filter(
    ({ id, comesAfter, fillable }) =>
      action.targets.includes(id) || (comesAfter && (!isFill || fillable)),
  )
  const choose = (verb: SelectAction['do']) => {
    const fitting = verb === 'fill' ? offered.filter(({ fillable }) => fillable) : offered
    const kept = action.targets.filter((id) => fitting.some((target) => target.id === id))
    const first = fitting[0]?.id
    if (kept.length === 0 && first === undefined) return
    onChange({
      ...action,
      do: verb,
      targets: kept.length > 0 || first === undefined ? kept : [first],
      value: verb === 'fill' ? action.value : null,
    })
  }
  return (
    <div className="flex flex-col gap-3 border-line border-t p-2.5">
      <OptionTicks
        label="When one of these is chosen"
        options={options}
        chosen={action.options}
        onChange={(chosen) => {
          // An action without an option or a target would be none.
          if (chosen.length > 0) onChange({ ...action, options: chosen })
        }}
      />
      <Field label="Then">
        {(control) => (
          <Select
            {...control}
            value={action.do}
            onChange={({ target }) => choose(target.value as SelectAction['do'])}
          >
            <option value="show">Show</option>
            <option value="hide">Hide</option>
            <option value="fill" disabled={!offered.some(({ fillable }) => fillable)}>
              Fill in
            </option>
          </Select>
        )}
      </Field>
      <TargetTicks
        offered={offered}
        chosen={action.targets}
        onChange={(chosen) => onChange({ ...action, targets: chosen })}
      />
      {isFill && (
        <FillValue
          value={action.value}
          targets={targets.filter(({ id }) => action.targets.includes(id))}
          onChange={(value) => onChange({ ...action, value })}
        />
      )}
    </div>
  )
}

interface TargetTicksProps {
  offered: readonly TargetInSight[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** From so many on, there is a search, and no more than these are listed at once. */
const mostListed = 25

/** The components that an action changes, among all that come after the Select. */
const TargetTicks = ({ offered, chosen, onChange }: TargetTicksProps) => {
  const [search, setSearch] = useState('')
  const words = search.trim().toLowerCase()
  const named = offered.map(({ id, title, pageTitle }) => ({
    id,
    label: `${title} (${pageTitle})`,
  }))
  const found = named.filter(
    ({ id, label }) => chosen.includes(id) || label.toLowerCase().includes(words),
  )
  const first = found.slice(0, mostListed)
  const listed = found.filter((one) => first.includes(one) || chosen.includes(one.id))
  return (
    <>
      {offered.length > mostListed && (
        <Field label="Search what comes after it" labelHidden>
          {(control) => (
            <Input
              {...control}
              type="search"
              placeholder="Search what comes after it"
              value={search}
              onChange={({ target }) => setSearch(target.value)}
            />
          )}
        </Field>
      )}
      <OptionTicks
        label="What comes after it"
        options={listed}
        chosen={chosen}
        onChange={(next) => {
          if (next.length > 0) onChange(next)
        }}
      />
      {listed.length < found.length && (
        <p className="text-muted text-xs">{`${found.length - listed.length} more: search for them.`}</p>
      )}
    </>
  )
}

interface FillValueProps {
  value: SelectAction['value']
  targets: readonly TargetInSight[]
  onChange: (value: SelectAction['value']) => void
}

/** With what to fill in: an option of a Select, else a text; says when a target refuses it. */
const FillValue = ({ value, targets, onChange }: FillValueProps) => {
  const choices = targets[0]?.choices ?? null
  const refusal = targets.map((target) => target.refuseFill(value)).find((one) => one !== null)
  return (
    <Field label="With" error={refusal ?? undefined}>
      {(control) =>
        choices === null ? (
          <FillText control={control} value={value} onChange={onChange} />
        ) : (
          <Select
            {...control}
            value={Array.isArray(value) ? (value[0] ?? '') : ''}
            onChange={({ target }) => onChange(target.value === '' ? null : [target.value])}
          >
            <option value="">Choose</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </Select>
        )
      }
    </Field>
  )
}

interface FillTextProps {
  control: FieldControl
  value: SelectAction['value']
  onChange: (value: SelectAction['value']) => void
}

/** A text to fill in. The document gets it when the control is left, so that it is one step. */
const FillText = ({ control, value, onChange }: FillTextProps) => {
  const [draft, setDraft] = useState<string>()
  const text = Array.isArray(value) ? '' : String(value ?? '')
  return (
    <Input
      {...control}
      autoComplete="off"
      value={draft ?? text}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={() => {
        if (draft !== undefined && draft !== text) onChange(draft === '' ? null : draft)
        setDraft(undefined)
      }}
    />
  )
}
