import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { controlClass } from './control-class.ts'

/** A text control of several lines that grows with its text where the browser can. */
export const Textarea = ({ className, ...rest }: ComponentProps<'textarea'>) => (
  <textarea
    rows={3}
    {...rest}
    className={clsx(controlClass, 'field-sizing-content min-h-16 resize-y py-1.5', className)}
  />
)
