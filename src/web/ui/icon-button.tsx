import clsx from 'clsx'
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { type ButtonVariant, buttonClass } from './button.tsx'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  icon: LucideIcon
  /** Its name: for screen readers, and as the tooltip. */
  label: string
  /** Shown in the tooltip after the label, for example "Ctrl+Z". */
  shortcut?: string | undefined
  tooltipSide?: 'top' | 'bottom' | 'left' | 'right'
  variant?: ButtonVariant
  size?: 'small' | 'medium' | 'large'
}

const sizes = { small: 'size-6', medium: 'size-8', large: 'size-11' }
const iconSizes = { small: 'size-3.5', medium: 'size-4', large: 'size-5' }

/**
 * A button with an icon alone, named by a tooltip. Disabled, it keeps the focus and its tooltip: both are
 * lost on a button that the browser disables.
 */
export const IconButton = ({
  icon: Icon,
  label,
  shortcut,
  tooltipSide = 'bottom',
  variant = 'ghost',
  size = 'medium',
  className,
  disabled = false,
  onClick,
  ...rest
}: IconButtonProps) => (
  <button
    type="button"
    {...rest}
    aria-label={label}
    aria-disabled={disabled || undefined}
    onClick={disabled ? undefined : onClick}
    data-tooltip={shortcut === undefined ? label : `${label}  ${shortcut}`}
    data-tooltip-side={tooltipSide}
    className={clsx(buttonClass(variant), 'icon-button px-0!', sizes[size], className)}
  >
    <Icon aria-hidden="true" className={iconSizes[size]} />
  </button>
)
