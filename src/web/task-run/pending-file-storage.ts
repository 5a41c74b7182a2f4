import type { PendingFileStorage } from '#web/shared/answer-files.ts'
import type { PendingFile } from '#web/shared/upload-queue.ts'

/** Keeps the files of one task that have not arrived in IndexedDB. */
export const createPendingFileStorage = (taskId: string): PendingFileStorage => {
  const prefix = `sandi:file:${taskId}:`
  const database = () => import('idb-keyval')
  return {
    async list() {
      const { entries } = await database()
      return (await entries<IDBValidKey, PendingFile>())
        .filter(([key]) => typeof key === 'string' && key.startsWith(prefix))
        .map(([, file]) => file)
    },
    async put(file) {
      await (await database()).set(prefix + file.fileId, file)
    },
    async remove(fileId) {
      await (await database()).del(prefix + fileId)
    },
  }
}
