import clsx from 'clsx'

/** A grey bar in the place of something that is on its way. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span
    aria-hidden="true"
    className={clsx('block h-4 animate-pulse rounded-md bg-subtle', className)}
  />
)
