import clsx from 'clsx'
import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { controlClass } from './control-class.ts'

/** The browser's own select, styled: it works by label, keyboard and touch everywhere. */
export const Select = ({ className, children, ...rest }: ComponentProps<'select'>) => (
  <span className={clsx('relative block', className)}>
    <select
      {...rest}
      className={clsx(
        controlClass,
        'h-8 appearance-none truncate pr-8! group-data-[touch]/form:h-12',
      )}
    >
      {children}
    </select>
    <ChevronDown
      aria-hidden="true"
      className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-muted"
    />
  </span>
)
