import clsx from 'clsx'
import { type LucideIcon, Minus, MoveVertical, PencilLine, Plus } from 'lucide-react'
import type { ChangeKind } from '#domain/flow/describe-difference.ts'

/** How each kind of difference looks: told apart by its sign and its word, not by colour alone. */
export const changeLooks: Record<
  ChangeKind,
  { icon: LucideIcon; label: string; ink: string; fill: string; ring: string }
> = {
  added: {
    icon: Plus,
    label: 'Added',
    ink: 'text-success-ink',
    fill: 'bg-success-soft',
    ring: 'ring-success',
  },
  removed: {
    icon: Minus,
    label: 'Removed',
    ink: 'text-danger-ink',
    fill: 'bg-danger-soft',
    ring: 'ring-danger',
  },
  changed: {
    icon: PencilLine,
    label: 'Changed',
    ink: 'text-warning-ink',
    fill: 'bg-warning-soft',
    ring: 'ring-warning-ink/60',
  },
  moved: {
    icon: MoveVertical,
    label: 'Moved',
    ink: 'text-accent-ink',
    fill: 'bg-accent-soft',
    ring: 'ring-accent/60',
  },
}

/** The sign of a difference, with its word for screen readers. */
export const ChangeMark = ({ kind }: { kind: ChangeKind }) => {
  const { icon: Icon, label, ink, fill } = changeLooks[kind]
  return (
    <span
      title={label}
      className={clsx('grid size-5 shrink-0 place-items-center rounded-full', fill, ink)}
    >
      <Icon aria-hidden="true" className="size-3.5" />
      <span className="sr-only">{label}: </span>
    </span>
  )
}
