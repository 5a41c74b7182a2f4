import clsx from 'clsx'
import { Skeleton } from '#web/ui/skeleton.tsx'

const widths = ['w-2/5', 'w-1/3', 'w-1/2', 'w-1/4', 'w-5/12', 'w-7/20']

/** The shape of a list that is on its way. */
export const ListSkeleton = () => (
  <div className="flex flex-col">
    {widths.map((width) => (
      <div
        key={width}
        className="flex h-12 items-center gap-4 border-line border-b px-3 last:border-0"
      >
        <Skeleton className={clsx(width, 'shrink')} />
        <Skeleton className="ml-auto w-16" />
        <Skeleton className="w-24" />
      </div>
    ))}
  </div>
)
