import { isTemporary } from './api-error.ts'

/** A file that has not arrived on the server yet. */
export interface PendingFile {
  fileId: string
  componentId: string
  content: Blob
}

/** How it goes with a file on its way: there is no network, or the server does not take it. */
export type UploadState =
  | { status: 'uploading' }
  | { status: 'offline' }
  | { status: 'refused'; error: unknown }

interface UploadQueueOptions {
  send: (file: PendingFile) => Promise<unknown>
  /** Called at every change; without a state the file has arrived. */
  onState: (fileId: string, state: UploadState | undefined) => void
  /** How long to wait before another try, in ms. */
  retryAfter: number
}

/** Sends files one after the other; what fails for want of a network is tried again. */
export const createUploadQueue = ({ send, onState, retryAfter }: UploadQueueOptions) => {
  const pending = new Map<string, PendingFile>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined

  const sendOne = async (file: PendingFile) => {
    onState(file.fileId, { status: 'uploading' })
    try {
      await send(file)
      if (pending.delete(file.fileId)) onState(file.fileId, undefined)
    } catch (error) {
      // Dropped meanwhile: nobody waits for it any more.
      if (!pending.has(file.fileId)) return
      if (isTemporary(error)) {
        onState(file.fileId, { status: 'offline' })
        schedule()
      } else {
        pending.delete(file.fileId)
        onState(file.fileId, { status: 'refused', error })
      }
      throw error
    }
  }
  const run = async () => {
    let failure: unknown
    const tried = new Set<string>()
    const findNext = () => [...pending.values()].find(({ fileId }) => !tried.has(fileId))
    for (let file = findNext(); file !== undefined; file = findNext()) {
      tried.add(file.fileId)
      await sendOne(file).catch((error: unknown) => {
        failure ??= error
      })
    }
    if (failure !== undefined) throw failure
  }
  /** Sends all that wait; rejects when one of them does not arrive. */
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }
  const retry = () => {
    flush().catch(() => undefined)
  }
  const schedule = () => {
    clearTimeout(timer)
    timer = setTimeout(retry, retryAfter)
  }
  return {
    put(file: PendingFile) {
      if (pending.has(file.fileId)) return
      pending.set(file.fileId, file)
      onState(file.fileId, { status: 'uploading' })
      retry()
    },
    drop: (fileId: string) => pending.delete(fileId),
    flush,
    retry,
    stop: () => clearTimeout(timer),
  }
}
