import clsx from 'clsx'

/** A turning ring, decorative: say in words beside it what is going on. */
export const Spinner = ({ className }: { className?: string }) => (
  <span
    aria-hidden="true"
    className={clsx(
      'inline-block size-3.5 animate-spin rounded-full border-2 border-current border-r-transparent',
      className,
    )}
  />
)
