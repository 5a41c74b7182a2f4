import { X } from 'lucide-react'
import { billLimits } from '#domain/components/bill/bill-limits.ts'
import type { BillComponent } from '#domain/components/bill/bill-schema.ts'
import { formatMinor } from '#domain/shared/money.ts'
import { IconButton } from '#web/ui/icon-button.tsx'
import { QuantityStepper } from '../shared/quantity-stepper.tsx'
import { StepFrame } from '../shared/step-frame.tsx'
import type { StepProps } from '../step-props.ts'
import { AddBillLine } from './add-bill-line.tsx'
import { type BillDraft, toBillAnswer, toBillDraft } from './bill-draft.ts'
import { BillTotals } from './bill-totals.tsx'

/** Asks what was bought, and shows what it comes to. */
export const BillStep = ({ component, value, error, onChange }: StepProps<BillComponent>) => {
  const { title, helpText, required, currency, items, adjustments, addNew } = component
  const draft = toBillDraft(component, value)
  const change = (changes: Partial<BillDraft>) =>
    onChange(toBillAnswer(component, { ...draft, ...changes }))
  const toggle = (name: string, isChosen: boolean) =>
    change({
      chosen: isChosen ? [...draft.chosen, name] : draft.chosen.filter((each) => each !== name),
    })
  return (
    <StepFrame title={title} helpText={helpText} required={required} error={error?.message}>
      <ul
        {...(error && { 'aria-invalid': true, tabIndex: -1 })}
        className="flex flex-col divide-y divide-line rounded-xl border border-line bg-surface px-3.5"
      >
        {draft.lines.map((line, index) => (
          <li key={line.name} className="flex items-center gap-2 py-2.5">
            <span className="min-w-0 grow">
              <span className="block break-words text-base text-ink">{line.name}</span>
              <span className="block text-muted text-sm tabular-nums">
                {formatMinor(line.price, currency)}
              </span>
            </span>
            <QuantityStepper
              name={line.name}
              value={line.quantity}
              most={billLimits.quantity}
              onChange={(quantity) =>
                change({ lines: draft.lines.with(index, { ...line, quantity }) })
              }
            />
            {index >= items.length && (
              <IconButton
                icon={X}
                label={`Remove ${line.name}`}
                tooltipSide="left"
                size="large"
                onClick={() => change({ lines: draft.lines.toSpliced(index, 1) })}
              />
            )}
          </li>
        ))}
        {draft.lines.length === 0 && <li className="py-3 text-muted">Nothing on it yet</li>}
      </ul>
      {addNew && (
        <AddBillLine
          currency={currency}
          taken={draft.lines.map(({ name }) => name)}
          onAdd={(line) => change({ lines: [...draft.lines, line] })}
        />
      )}
      {adjustments
        .filter(({ optional }) => optional)
        .map(({ name }) => (
          <label key={name} className="flex min-h-11 items-center gap-3 text-base text-ink">
            <input
              type="checkbox"
              className="size-5 accent-accent"
              checked={draft.chosen.includes(name)}
              onChange={({ target }) => toggle(name, target.checked)}
            />
            {name}
          </label>
        ))}
      <BillTotals bill={toBillAnswer(component, draft)} />
    </StepFrame>
  )
}
