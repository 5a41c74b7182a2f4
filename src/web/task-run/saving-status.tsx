import clsx from 'clsx'
import { Check, CloudOff, TriangleAlert } from 'lucide-react'
import { Spinner } from '#web/ui/spinner.tsx'
import type { SavingState } from './answer-saver.ts'

const looks = {
  saved: { Icon: Check, text: 'Saved', tone: 'text-muted' },
  unfit: { Icon: TriangleAlert, text: 'Not saved yet', tone: 'text-muted' },
  saving: { Icon: Spinner, text: 'Saving', tone: 'text-muted' },
  offline: { Icon: CloudOff, text: 'Offline, kept here', tone: 'text-warning-ink' },
  refused: { Icon: TriangleAlert, text: 'Not saved', tone: 'text-danger-ink' },
} as const

/** Whether what was filled in is safe on the server. */
export const SavingStatus = ({ state }: { state: SavingState }) => {
  const { Icon, text, tone } = looks[state]
  return (
    <p role="status" className={clsx('flex shrink-0 items-center gap-1.5 px-2 text-xs', tone)}>
      <Icon className="size-3.5" /> {text}
    </p>
  )
}
