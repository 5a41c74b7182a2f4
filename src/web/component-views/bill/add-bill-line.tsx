import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import type { BillAnswer } from '#domain/components/answer.ts'
import { billLimits } from '#domain/components/bill/bill-limits.ts'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { AmountInput } from './amount-input.tsx'

interface AddBillLineProps {
  currency: string
  taken: readonly string[]
  onAdd: (line: BillAnswer['lines'][number]) => void
}

/** Puts an item of the worker's own on the bill. */
export const AddBillLine = ({ currency, taken, onAdd }: AddBillLineProps) => {
  const [name, setName] = useState('')
  const [price, setPrice] = useState(0)
  const first = useRef<HTMLInputElement>(null)
  const isTaken = taken.includes(name.trim())
  const add = () => {
    if (name.trim() === '' || isTaken) return
    onAdd({ name: name.trim(), price, quantity: 1 })
    setName('')
    setPrice(0)
    first.current?.focus()
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_7.5rem] gap-2">
      <Field label="New item" error={isTaken ? 'It is on the bill already.' : undefined}>
        {(control) => (
          <Input
            {...control}
            ref={first}
            autoComplete="off"
            maxLength={billLimits.nameLength}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Field label={`Price (${currency})`}>
        {(control) => (
          <AmountInput {...control} currency={currency} value={price} onChange={setPrice} />
        )}
      </Field>
      <Button
        className="col-span-2 h-11! text-base!"
        disabled={name.trim() === '' || isTaken}
        onClick={add}
      >
        <Plus aria-hidden="true" className="size-4" />
        Add item
      </Button>
    </div>
  )
}
