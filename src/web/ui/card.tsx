import clsx from 'clsx'
import type { ComponentProps } from 'react'

/** A surface that stands out from the canvas. */
export const Card = ({ className, ...rest }: ComponentProps<'div'>) => (
  <div
    {...rest}
    className={clsx('rounded-lg border border-line bg-surface shadow-card', className)}
  />
)
