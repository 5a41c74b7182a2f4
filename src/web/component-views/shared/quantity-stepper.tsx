import { Minus, Plus } from 'lucide-react'
import { Button } from '#web/ui/button.tsx'
import { DraftInput } from './draft-input.tsx'

interface QuantityStepperProps {
  /** Of what it is the quantity. */
  name: string
  value: number
  most: number
  onChange: (value: number) => void
}

const isQuantity = (text: string, most: number) => /^\d{1,6}$/.test(text) && Number(text) <= most

/** A quantity, by buttons for a thumb or typed. */
export const QuantityStepper = ({ name, value, most, onChange }: QuantityStepperProps) => (
  <span className="flex shrink-0 items-center gap-1">
    <Button
      aria-label={`One ${name} less`}
      disabled={value === 0}
      className="size-11! px-0!"
      onClick={() => onChange(value - 1)}
    >
      <Minus aria-hidden="true" className="size-4" />
    </Button>
    <DraftInput
      aria-label={`Quantity of ${name}`}
      inputMode="numeric"
      className="h-11! w-16! px-1! text-center tabular-nums"
      value={value}
      format={String}
      parse={(text) => (isQuantity(text, most) ? Number(text) : undefined)}
      onFocus={({ target }) => target.select()}
      onChange={onChange}
    />
    <Button
      aria-label={`One ${name} more`}
      disabled={value >= most}
      className="size-11! px-0!"
      onClick={() => onChange(value + 1)}
    >
      <Plus aria-hidden="true" className="size-4" />
    </Button>
  </span>
)
