import { del, entries, set } from 'idb-keyval'
import type { PendingFileStorage } from '#web/shared/answer-files.ts'
import type { PendingFile } from '#web/shared/upload-queue.ts'

/** Keeps the files of one task that have not arrived in IndexedDB. */
export const createPendingFileStorage = (taskId: string): PendingFileStorage => {
  const prefix = `sandi:file:${taskId}:`
  return {
    async list() {
      return (await entries<IDBValidKey, PendingFile>())
        .filter(([key]) => typeof key === 'string' && key.startsWith(prefix))
        .map(([, file]) => file)
    },
    put: (file) => set(prefix + file.fileId, file),
    remove: (fileId) => del(prefix + fileId),
  }
}
