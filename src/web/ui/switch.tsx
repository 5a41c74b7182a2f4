import clsx from 'clsx'
import { type ReactNode, useId } from 'react'

interface SwitchProps {
  label: ReactNode
  description?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
  className?: string
}

/** A setting that is on or off, at once. A native checkbox in the role of a switch. */
export const Switch = ({
  label,
  description,
  checked,
  onChange,
  disabled,
  className,
}: SwitchProps) => {
  const id = useId()
  return (
    <div className={clsx('flex items-start justify-between gap-3', className)}>
      <div className="min-w-0">
        <label htmlFor={id} className="block font-medium text-ink text-sm">
          {label}
        </label>
        {description !== undefined && (
          <p id={`${id}-description`} className="text-muted text-xs">
            {description}
          </p>
        )}
      </div>
      <span className="relative mt-0.5 inline-flex h-4.5 w-8 shrink-0">
        <input
          id={id}
          type="checkbox"
          role="switch"
          aria-checked={checked}
          aria-describedby={description === undefined ? undefined : `${id}-description`}
          checked={checked}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
          className={clsx(
            'peer h-full w-full cursor-pointer appearance-none rounded-full border border-control bg-subtle',
            'transition-colors checked:border-accent checked:bg-accent disabled:cursor-not-allowed disabled:opacity-50',
          )}
        />
        <span
          aria-hidden="true"
          className={clsx(
            'pointer-events-none absolute top-[3px] left-[3px] size-3 rounded-full bg-control transition-transform',
            'peer-checked:translate-x-3.5 peer-checked:bg-white',
          )}
        />
      </span>
    </div>
  )
}
