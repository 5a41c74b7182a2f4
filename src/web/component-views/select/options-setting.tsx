import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { mostOptions, type SelectOption } from '#domain/components/select/select-schema.ts'
import { IconButton } from '#web/ui/icon-button.tsx'
import { Input } from '#web/ui/input.tsx'
import { SettingSlot } from '../shared/setting-controls.tsx'
import { addOptions, findLabelObjection, shiftOption } from './edit-options.ts'

interface OptionsSettingProps {
  options: SelectOption[]
  error: string | undefined
  onChange: (options: SelectOption[]) => void
}

/** The options: added by Enter or by pasting lines, renamed in place, moved and removed. */
export const OptionsSetting = ({ options, error, onChange }: OptionsSettingProps) => {
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const [note, setNote] = useState('')
  const add = (text: string) => {
    const added = addOptions(options, text, mostOptions)
    if (added.options.length > options.length) onChange(added.options)
    setNote(added.leftOut > 0 ? `${added.leftOut} left out: there already, or too many.` : '')
  }
  const shift = (index: number, step: 1 | -1) => {
    onChange(shiftOption(options, index, step))
    setNote(`${options[index]?.label} is now number ${index + step + 1}.`)
    // A row that moves may lose the focus; it stays on the button, or goes to the name at an end.
    requestAnimationFrame(() => {
      const row = list.current?.children[index + step]
      const button = row?.querySelectorAll('button')[step === -1 ? 0 : 1]
      if (button?.disabled === false) button.focus()
      else row?.querySelector('input')?.focus()
    })
  }
  return (
    <SettingSlot name="options">
      <fieldset className="flex min-w-0 flex-col gap-1.5">
        <legend className="mb-1 font-medium text-ink text-sm">{`Options (${options.length})`}</legend>
        <ul ref={list} className="flex flex-col gap-1.5">
          {options.map((option, index) => (
            <li key={option.id} className="flex items-start gap-0.5">
              <OptionName
                option={option}
                options={options}
                onRename={(label) => onChange(options.with(index, { ...option, label }))}
              />
              <IconButton
                icon={ArrowUp}
                label={`Move ${option.label} up`}
                tooltipSide="left"
                disabled={index === 0}
                onClick={() => shift(index, -1)}
              />
              <IconButton
                icon={ArrowDown}
                label={`Move ${option.label} down`}
                tooltipSide="left"
                disabled={index === options.length - 1}
                onClick={() => shift(index, 1)}
              />
              <IconButton
                icon={X}
                label={`Remove ${option.label}`}
                tooltipSide="left"
                disabled={options.length === 1}
                onClick={() => onChange(options.toSpliced(index, 1))}
              />
            </li>
          ))}
        </ul>
        <NewOption disabled={options.length >= mostOptions} describedBy={id} onAdd={add} />
        <p id={id} className="text-muted text-xs">
          Press Enter to add it. Several lines can be pasted at once.
        </p>
        <p role="status" className="text-muted text-xs empty:hidden">
          {note}
        </p>
        {error !== undefined && (
          <p role="alert" className="font-medium text-danger-ink text-xs">
            {error}
          </p>
        )}
      </fieldset>
    </SettingSlot>
  )
}

interface OptionNameProps {
  option: SelectOption
  options: readonly SelectOption[]
  onRename: (label: string) => void
}

/** The label of an option. The document gets it when the control is left, so that it is one step. */
const OptionName = ({ option, options, onRename }: OptionNameProps) => {
  const [draft, setDraft] = useState<string>()
  const objection = draft === undefined ? undefined : findLabelObjection(options, option.id, draft)
  const settle = () => {
    if (draft !== undefined && objection === undefined && draft.trim() !== option.label) {
      onRename(draft.trim())
    }
    setDraft(undefined)
  }
  return (
    <div className="min-w-0 grow">
      <Input
        aria-label={`Name of ${option.label}`}
        aria-invalid={objection !== undefined}
        autoComplete="off"
        value={draft ?? option.label}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle()
          if (event.key !== 'Escape' || draft === undefined) return
          // Else it would also leave the drawer that the settings are in on narrow screens.
          event.preventDefault()
          setDraft(undefined)
        }}
      />
      {objection !== undefined && (
        <p role="alert" className="mt-0.5 font-medium text-danger-ink text-xs">
          {objection}
        </p>
      )}
    </div>
  )
}

interface NewOptionProps {
  disabled: boolean
  describedBy: string
  onAdd: (text: string) => void
}

const NewOption = ({ disabled, describedBy, onAdd }: NewOptionProps) => {
  const [text, setText] = useState('')
  const add = () => {
    if (text.trim() !== '') onAdd(text)
    setText('')
  }
  return (
    <div className="flex items-center gap-0.5">
      <Input
        aria-label="New option"
        aria-describedby={describedBy}
        placeholder="New option"
        autoComplete="off"
        value={text}
        disabled={disabled}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text')
          if (!pasted.trim().includes('\n')) return
          event.preventDefault()
          onAdd(pasted)
        }}
      />
      <IconButton
        icon={Plus}
        label="Add option"
        tooltipSide="left"
        disabled={disabled}
        onClick={add}
      />
    </div>
  )
}
