import { useEffect, useState } from 'react'
import { type AnswerFiles, createAnswerFiles } from '#web/shared/answer-files.ts'
import { sendNewTaskFile } from '#web/shared/file-calls.ts'

const retryAfter = 5_000

/** The files of a task that is about to be made; they wait on the server until it is. */
export const useNewTaskFiles = (flowId: string): AnswerFiles => {
  const [uploads] = useState(() =>
    createAnswerFiles({
      send: (file) => sendNewTaskFile(flowId, file),
      load: async () => {
        throw new Error('every file of a task that is not made yet is on this page')
      },
      storage: null,
      newId: () => crypto.randomUUID(),
      retryAfter,
    }),
  )
  useEffect(() => uploads.stop, [uploads])
  return uploads.files
}
