import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { Spinner } from './spinner.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-white hover:bg-accent-hover active:bg-accent-hover',
  secondary:
    'bg-surface text-ink shadow-card ring-1 ring-inset ring-line hover:bg-subtle active:bg-subtle',
  ghost: 'text-muted hover:bg-subtle hover:text-ink active:bg-subtle',
  danger: 'bg-danger text-white hover:bg-danger-hover active:bg-danger-hover',
}

const sizes: Record<ButtonSize, string> = {
  small: 'h-7 gap-1.5 rounded-md px-2.5 text-xs',
  medium: 'h-8 gap-2 rounded-md px-3 text-sm',
  large: 'h-12 gap-2 rounded-xl px-5 text-lg',
}

/** The look of a button, for a link that should look like one. */
export const buttonClass = (
  variant: ButtonVariant = 'secondary',
  size: ButtonSize = 'medium',
): string =>
  clsx(
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap font-medium',
    'transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-50',
    variants[variant],
    sizes[size],
  )

interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Shows a spinner and takes no clicks, while keeping its place and its focus. */
  busy?: boolean
}

/** A push button; `type="button"` unless said otherwise. */
export const Button = ({
  variant,
  size,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    {...rest}
    aria-busy={busy || undefined}
    onClick={(event) => {
      if (busy) event.preventDefault()
      else onClick?.(event)
    }}
    className={clsx(buttonClass(variant, size), busy && 'cursor-progress', className)}
  >
    {busy && <Spinner />}
    {children}
  </button>
)
