import { CloudOff, TriangleAlert } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { AnswerFiles } from '#web/shared/answer-files.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { Spinner } from '#web/ui/spinner.tsx'

const className = 'flex items-center gap-1.5 text-xs'

/** How it goes with a file on its way to the server; nothing once it is there. */
export const UploadNote = ({ files, fileId }: { files: AnswerFiles; fileId: string }) => {
  const state = useSyncExternalStore(files.subscribe, () => files.findState(fileId))
  return (
    <span role="status" className="empty:hidden">
      {state?.status === 'uploading' && (
        <span className={`${className} text-muted`}>
          <Spinner className="size-3" /> Uploading
        </span>
      )}
      {state?.status === 'offline' && (
        <span className={`${className} text-warning-ink`}>
          <CloudOff aria-hidden="true" className="size-3.5 shrink-0" /> Offline, kept here
        </span>
      )}
      {state?.status === 'refused' && (
        <span className={`${className} font-medium text-danger-ink`}>
          <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0" />
          {toMessage(state.error)}
        </span>
      )}
    </span>
  )
}
