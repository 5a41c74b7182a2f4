import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  icon: LucideIcon
  title: string
  /** The title's element: h1 where it is all there is on the screen. */
  titleAs?: 'p' | 'h1'
  /** What it would hold, and what to do about it. */
  children?: ReactNode
  action?: ReactNode
}

/** Says that there is nothing, why, and what to do next. */
export const EmptyState = ({
  icon: Icon,
  title,
  titleAs: Title = 'p',
  children,
  action,
}: EmptyStateProps) => (
  <div className="mx-auto flex max-w-sm flex-col items-center gap-1 px-6 py-14 text-center">
    <span className="mb-2 grid size-11 place-items-center rounded-full bg-subtle text-muted">
      <Icon aria-hidden="true" className="size-5" />
    </span>
    <Title className="font-semibold text-base text-ink">{title}</Title>
    {children !== undefined && <div className="text-muted text-sm">{children}</div>}
    {action !== undefined && <div className="mt-4 flex gap-2">{action}</div>}
  </div>
)
