import { Skeleton } from '#web/ui/skeleton.tsx'

/** The shape of a list that is on its way. */
export const ListSkeleton = ({ rows = 6 }: { rows?: number }) => (
  <div className="flex flex-col">
    {Array.from({ length: rows }, (_, row) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: grey bars have no identity
      <div key={row} className="flex h-12 items-center gap-4 border-line border-b px-3 last:border-0">
        <Skeleton className="w-2/5" />
        <Skeleton className="ml-auto w-16" />
        <Skeleton className="w-24" />
      </div>
    ))}
  </div>
)
