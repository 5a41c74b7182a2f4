import { Check, CircleAlert, CloudOff, LoaderCircle, type LucideIcon, Pencil } from 'lucide-react'
import { useSaveState } from '../builder-context.tsx'
import type { SaveState, SaveStatus } from '../state/autosave.ts'

const looks: Record<SaveStatus | 'conflict' | 'notAll', [icon: LucideIcon, text: string]> = {
  saved: [Check, 'Saved'],
  unsaved: [Pencil, 'Unsaved'],
  saving: [LoaderCircle, 'Saving…'],
  offline: [CloudOff, 'Offline: kept here'],
  refused: [CircleAlert, 'Not saved'],
  conflict: [CircleAlert, 'Conflict: choose'],
  notAll: [CircleAlert, 'Not all saved'],
}

/** Where something is to be decided, that comes first. */
const findStatus = ({ status, conflicts }: SaveState): keyof typeof looks => {
  if (conflicts.length === 0) return status
  return conflicts.some(({ code }) => code === 'changed-by-other') ? 'conflict' : 'notAll'
}

const bad: readonly (keyof typeof looks)[] = ['offline', 'refused', 'conflict', 'notAll']

/** How saving stands, in a word; read out when it changes for the worse. */
export const SaveStatusText = () => {
  const status = useSaveState(findStatus)
  const refusal = useSaveState((state) => state.refusal)
  const [Icon, text] = looks[status]
  const isBad = bad.includes(status)
  return (
    <span
      role={isBad ? 'alert' : 'status'}
      title={refusal}
      className={`flex items-center gap-1.5 px-1 text-xs ${isBad ? 'text-danger-ink' : 'text-muted'}`}
    >
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="max-sm:sr-only">{text}</span>
    </span>
  )
}
