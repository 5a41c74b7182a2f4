import clsx from 'clsx'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'

/** A table that scrolls sideways in its own frame instead of widening the page. */
export const Table = ({ className, ...rest }: ComponentProps<'table'>) => (
  <div className="overflow-x-auto">
    <table {...rest} className={clsx('w-full border-collapse text-left text-sm', className)} />
  </div>
)

/** The row of headings. */
export const TableHead = ({ className, ...rest }: ComponentProps<'thead'>) => (
  <thead
    {...rest}
    className={clsx('border-line border-b text-muted text-xs [&_th]:font-medium', className)}
  />
)

export const TableRow = ({ className, ...rest }: ComponentProps<'tr'>) => (
  <tr
    {...rest}
    className={clsx('border-line border-b last:border-b-0 [tbody>&]:hover:bg-subtle/60', className)}
  />
)

export const TableHeader = ({ className, ...rest }: ComponentProps<'th'>) => (
  <th scope="col" {...rest} className={clsx('h-9 whitespace-nowrap px-3', className)} />
)

export const TableCell = ({ className, ...rest }: ComponentProps<'td'>) => (
  <td {...rest} className={clsx('h-11 px-3', className)} />
)

interface SortHeaderProps {
  /** How this column is sorted now; null when another column decides. */
  direction: 'ascending' | 'descending' | null
  onSort: () => void
  align?: 'left' | 'right'
  children: ReactNode
}

/** A heading that sorts by its column. */
export const SortHeader = ({ direction, onSort, align = 'left', children }: SortHeaderProps) => {
  const Icon = direction === null ? ChevronsUpDown : direction === 'ascending' ? ArrowUp : ArrowDown
  return (
    <TableHeader
      aria-sort={direction ?? 'none'}
      className={align === 'right' ? 'text-right' : 'text-left'}
    >
      <button
        type="button"
        onClick={onSort}
        className="inline-flex items-center gap-1 rounded-sm font-medium hover:text-ink"
      >
        {children}
        <Icon aria-hidden="true" className="size-3" />
      </button>
    </TableHeader>
  )
}
