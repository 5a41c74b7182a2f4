import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { findNameObjection } from '#domain/components/list/list-answer.ts'
import { listLimits } from '#domain/components/list/list-limits.ts'
import type { ListComponent } from '#domain/components/list/list-schema.ts'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'

interface AddListEntryProps {
  list: ListComponent
  taken: readonly string[]
  onAdd: (name: string) => void
}

/** Puts an entry of the worker's own on the list. */
export const AddListEntry = ({ list, taken, onAdd }: AddListEntryProps) => {
  const [name, setName] = useState('')
  const [objection, setObjection] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const add = () => {
    const found = taken.includes(name.trim())
      ? 'It is on the list already.'
      : findNameObjection(list, name)
    setObjection(found)
    input.current?.focus()
    if (found !== undefined) return
    onAdd(name.trim())
    setName('')
  }
  return (
    <div className="flex flex-col gap-2">
      <Field label="New entry" error={objection}>
        {(control) => (
          <Input
            {...control}
            ref={input}
            autoComplete="off"
            maxLength={listLimits.nameLength}
            value={name}
            onChange={({ target }) => {
              setName(target.value)
              setObjection(undefined)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              add()
            }}
          />
        )}
      </Field>
      <Button className="h-11! text-base!" onClick={add}>
        <Plus aria-hidden="true" className="size-4" />
        Add entry
      </Button>
    </div>
  )
}
