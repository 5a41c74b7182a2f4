import { useEffect, useState } from 'react'
import { type AnswerFiles, createAnswerFiles } from '#web/shared/answer-files.ts'
import { loadTaskFile, sendTaskFile } from '#web/shared/file-calls.ts'
import { createPendingFileStorage } from './pending-file-storage.ts'

const retryAfter = 5_000

/** The files of a task as they are taken here; what an earlier page left behind is sent as well. */
export const useTaskFiles = (taskId: string): AnswerFiles => {
  const [uploads] = useState(() =>
    createAnswerFiles({
      send: (file) => sendTaskFile(taskId, file),
      load: (fileId) => loadTaskFile(taskId, fileId),
      storage: createPendingFileStorage(taskId),
      newId: () => crypto.randomUUID(),
      retryAfter,
    }),
  )
  useEffect(() => {
    uploads.resume().catch(() => undefined)
    addEventListener('online', uploads.retry)
    return () => {
      removeEventListener('online', uploads.retry)
      uploads.stop()
    }
  }, [uploads])
  return uploads.files
}
