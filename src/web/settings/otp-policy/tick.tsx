import clsx from 'clsx'
import { type ReactNode, useId } from 'react'

interface TickProps {
  label: ReactNode
  checked: boolean
  disabled?: boolean
  /** Hides the label from the eye, not from screen readers. */
  labelHidden?: boolean
  onChange: (checked: boolean) => void
}

/** One of several that can be ticked. */
export const Tick = ({ label, checked, disabled, labelHidden = false, onChange }: TickProps) => {
  const id = useId()
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={({ target }) => onChange(target.checked)}
        className="size-4 shrink-0 cursor-pointer accent-accent disabled:cursor-not-allowed"
      />
      <label
        htmlFor={id}
        className={clsx(
          'min-w-0 text-sm',
          disabled ? 'text-muted' : 'cursor-pointer text-ink',
          labelHidden && 'sr-only',
        )}
      >
        {label}
      </label>
    </span>
  )
}
