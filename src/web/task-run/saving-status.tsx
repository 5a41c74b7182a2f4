import { Check, CloudOff, TriangleAlert } from 'lucide-react'
import { Spinner } from '#web/ui/spinner.tsx'
import type { SavingState } from './answer-saver.ts'

const icon = 'size-3.5'

/** Whether what was filled in is safe on the server. */
export const SavingStatus = ({ state }: { state: SavingState }) => (
  <p role="status" className="flex shrink-0 items-center gap-1.5 px-2 text-muted text-xs">
    {state === 'saved' && (
      <>
        <Check aria-hidden="true" className={icon} /> Saved
      </>
    )}
    {state === 'saving' && (
      <>
        <Spinner className="size-3" /> Saving
      </>
    )}
    {state === 'offline' && (
      <span className="flex items-center gap-1.5 text-warning-ink">
        <CloudOff aria-hidden="true" className={icon} /> Offline, kept here
      </span>
    )}
    {state === 'refused' && (
      <span className="flex items-center gap-1.5 text-danger-ink">
        <TriangleAlert aria-hidden="true" className={icon} /> Not saved
      </span>
    )}
  </p>
)
