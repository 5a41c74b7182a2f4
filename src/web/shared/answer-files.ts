import { createUploadQueue, type PendingFile, type UploadState } from './upload-queue.ts'

/** The files that answers name: photos, signatures, recordings. */
export interface AnswerFiles {
  /** Takes a file for an answer and begins to upload it. Gives its id at once. */
  add(componentId: string, content: Blob): string
  /** Leaves off with a file that no answer names any more. */
  forget(fileId: string): void
  /** How it goes with a file; nothing once it has arrived. The same object until it changes. */
  findState(fileId: string): UploadState | undefined
  /** Calls back at every change, until the function that it gives is called. */
  subscribe(listener: () => void): () => void
  /** A file's content: from this page, or from the server. */
  load(fileId: string): Promise<Blob>
  /** Waits until every file has arrived. Rejects when one cannot, and says why. */
  flush(): Promise<void>
}

/** Where files wait that have not arrived, so that a reload does not lose them. */
export interface PendingFileStorage {
  list(): Promise<PendingFile[]>
  put(file: PendingFile): Promise<void>
  remove(fileId: string): Promise<void>
}

interface AnswerFilesOptions {
  send: (file: PendingFile) => Promise<unknown>
  load: (fileId: string) => Promise<Blob>
  storage: PendingFileStorage | null
  newId: () => string
  /** How long to wait before another try, in ms. */
  retryAfter: number
}

/** The files of the answers that are given on this page, uploaded in the background. */
export const createAnswerFiles = (options: AnswerFilesOptions) => {
  const { send, storage, newId, retryAfter } = options
  const states = new Map<string, UploadState>()
  const contents = new Map<string, Blob>()
  const listeners = new Set<() => void>()
  // A storage that does not work must not keep a file from being sent.
  const unstore = (fileId: string) => storage?.remove(fileId).catch(() => undefined)
  const setState = (fileId: string, state: UploadState | undefined) => {
    if (state === undefined) states.delete(fileId)
    else states.set(fileId, state)
    if (state === undefined || state.status === 'refused') void unstore(fileId)
    for (const listener of listeners) listener()
  }
  const queue = createUploadQueue({ send, onState: setState, retryAfter })
  const take = (file: PendingFile) => {
    contents.set(file.fileId, file.content)
    queue.put(file)
  }

  let left: Promise<readonly PendingFile[]> | undefined
  /** What an earlier page left behind. Read once: a file can be asked for before it is taken up. */
  const listLeft = () => {
    left ??= storage?.list().catch(() => [])
    return left
  }

  const files: AnswerFiles = {
    add(componentId, content) {
      const file = { fileId: newId(), componentId, content }
      storage?.put(file).catch(() => undefined)
      take(file)
      return file.fileId
    },
    forget(fileId) {
      queue.drop(fileId)
      setState(fileId, undefined)
    },
    findState: (fileId) => states.get(fileId),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    load: async (fileId) =>
      contents.get(fileId) ??
      (await listLeft())?.find((file) => file.fileId === fileId)?.content ??
      options.load(fileId),
    async flush() {
      await queue.flush()
      const refused = [...states.values()].find(({ status }) => status === 'refused')
      if (refused?.status === 'refused') throw refused.error
    },
  }
  return {
    files,
    /** Takes up the files that an earlier page left behind. */
    resume: async () => {
      for (const file of (await listLeft()) ?? []) take(file)
    },
    retry: queue.retry,
    stop: queue.stop,
  }
}
