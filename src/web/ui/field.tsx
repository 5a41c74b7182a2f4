import clsx from 'clsx'
import { type ReactNode, useId } from 'react'

/** What a control takes to belong to its field: spread it on Input, Select or Textarea. */
export interface FieldControl {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

interface FieldProps {
  label: ReactNode
  /** Hides the label from the eye, not from screen readers. */
  labelHidden?: boolean
  description?: ReactNode
  error?: string | undefined
  required?: boolean
  className?: string
  children: (control: FieldControl) => ReactNode
}

/** A label, a control, what it is for and what is wrong with it, tied together by ids. */
export const Field = ({
  label,
  labelHidden = false,
  description,
  error,
  required = false,
  className,
  children,
}: FieldProps) => {
  const id = useId()
  const described = [
    description !== undefined && description !== '' && `${id}-description`,
    error !== undefined && `${id}-error`,
  ].filter(Boolean)
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1', className)}>
      <label
        htmlFor={id}
        className={clsx(
          'font-medium text-ink text-sm group-data-[touch]/form:text-base',
          labelHidden && 'sr-only',
        )}
      >
        {label}
        {required && (
          <span aria-hidden="true" className="ml-0.5 text-danger-ink">
            *
          </span>
        )}
      </label>
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': error === undefined ? undefined : true,
        'aria-required': required || undefined,
      })}
      {description !== undefined && description !== '' && (
        <p id={`${id}-description`} className="text-muted text-xs">
          {description}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="font-medium text-danger-ink text-xs">
          {error}
        </p>
      )}
    </div>
  )
}
