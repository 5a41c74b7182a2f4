import clsx from 'clsx'
import { type LucideIcon, Minus, MoveVertical, PencilLine, Plus } from 'lucide-react'
import type { ChangeKind } from '#domain/flow/describe-difference.ts'

/** How each kind of difference looks: told apart by its sign and its word, not by colour alone. */
export const changeLooks: Record<
  ChangeKind,
  { icon: LucideIcon; label: string; mark: string; frame: string }
> = {
  added: {
    icon: Plus,
    label: 'Added',
    mark: 'bg-success-soft text-success-ink',
    frame: 'bg-success-soft ring-success',
  },
  removed: {
    icon: Minus,
    label: 'Removed',
    mark: 'bg-danger-soft text-danger-ink',
    frame: 'bg-danger-soft ring-danger',
  },
  changed: {
    icon: PencilLine,
    label: 'Changed',
    mark: 'bg-warning-soft text-warning-ink',
    frame: 'bg-warning-soft ring-warning-ink/60',
  },
  moved: {
    icon: MoveVertical,
    label: 'Moved',
    mark: 'bg-accent-soft text-accent-ink',
    frame: 'bg-accent-soft ring-accent/60',
  },
}

/** The sign of a difference, with its word for screen readers. */
export const ChangeMark = ({ kind }: { kind: ChangeKind }) => {
  const { icon: Icon, label, mark } = changeLooks[kind]
  return (
    <span
      title={label}
      className={clsx('grid size-5 shrink-0 place-items-center rounded-full', mark)}
    >
      <Icon aria-hidden="true" className="size-3.5" />
      <span className="sr-only">{label}: </span>
    </span>
  )
}
