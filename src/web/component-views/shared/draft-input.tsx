import { type ComponentProps, useState } from 'react'
import { Input } from '#web/ui/input.tsx'

interface DraftInputProps<Value> extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  value: Value
  /** How a value is written, and how what is typed is read; undefined when it is no value yet. */
  format: (value: Value) => string
  parse: (text: string) => Value | undefined
  onChange: (value: Value) => void
}

/**
 * A text control whose value is not its text: what is typed stays as it is while it has the focus,
 * and every text that can be read changes the value.
 */
export const DraftInput = <Value,>(props: DraftInputProps<Value>) => {
  const { value, format, parse, onChange, onBlur, ...rest } = props
  const [draft, setDraft] = useState<string>()
  const isUnread = draft !== undefined && parse(draft) === undefined
  return (
    <Input
      autoComplete="off"
      {...rest}
      {...(isUnread && { 'aria-invalid': true })}
      value={draft ?? format(value)}
      onChange={({ target }) => {
        setDraft(target.value)
        const read = parse(target.value)
        if (read !== undefined) onChange(read)
      }}
      onBlur={(event) => {
        setDraft(undefined)
        onBlur?.(event)
      }}
    />
  )
}

/** How names are written and read: as they are, without spaces around them. */
export const asName = { format: (name: string) => name, parse: (text: string) => text.trim() }
