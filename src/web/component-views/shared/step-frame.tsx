import { type ReactNode, useId } from 'react'

interface StepFrameProps {
  title: string
  helpText: string
  required: boolean
  error: string | undefined
  children: ReactNode
}

/** A step of several controls: its title, what helps, and what is wrong. */
export const StepFrame = ({ title, helpText, required, error, children }: StepFrameProps) => {
  const id = useId()
  return (
    <fieldset aria-describedby={`${id}-help ${id}-error`} className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium text-ink text-sm group-data-[touch]/form:text-base">
        {title}
        {required && (
          <span aria-hidden="true" className="ml-0.5 text-danger-ink">
            *
          </span>
        )}
      </legend>
      {children}
      <p id={`${id}-help`} className="text-muted text-xs empty:hidden">
        {helpText}
      </p>
      <p
        id={`${id}-error`}
        role="alert"
        className="font-medium text-danger-ink text-xs empty:hidden group-data-[touch]/form:text-sm"
      >
        {error}
      </p>
    </fieldset>
  )
}
