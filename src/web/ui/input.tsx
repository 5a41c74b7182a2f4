import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { controlClass } from './control-class.ts'

/** A one-line text control. Inside `data-touch` forms it grows to a thumb's size. */
export const Input = ({ className, ...rest }: ComponentProps<'input'>) => (
  <input {...rest} className={clsx(controlClass, 'h-8 group-data-[touch]/form:h-12', className)} />
)
