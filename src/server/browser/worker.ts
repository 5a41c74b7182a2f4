import type { WorkerMessage, WorkerRequest } from '#contract/worker-messages.ts'
import { startBrowserServer } from './start-browser-server.ts'

const say = (message: WorkerMessage) => self.postMessage(message)

/** IndexedDB has no lock for PGlite: two tabs at once would spoil the data. Held until the tab closes. */
const takeDatabase = (): Promise<boolean> =>
  new Promise((resolve) => {
    void navigator.locks.request('sandi-database', { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise(() => {})
    })
  })

const start = async () => {
  if (!(await takeDatabase())) {
    throw new Error('Sandi is open in another tab of this browser. Close that one, then reload.')
  }
  return startBrowserServer((fraction, doing) => say({ kind: 'progress', fraction, doing }))
}

const starting = start()
starting.catch((error: unknown) => {
  say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
})

/** What is being answered, and how to stop it. */
const readers = new Map<number, ReadableStreamDefaultReader<Uint8Array>>()

/** Passes a body on as it comes: that of a stream of events never ends by itself. */
const sendBody = async (id: number, body: ReadableStream<Uint8Array> | null) => {
  const reader = body?.getReader()
  if (reader !== undefined) {
    readers.set(id, reader)
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      say({ kind: 'chunk', id, chunk: value })
    }
    readers.delete(id)
  }
  say({ kind: 'end', id })
}

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  if (data.kind === 'abort') {
    void readers.get(data.id)?.cancel()
    return
  }
  const { id, url, method, headers, body } = data
  const answer = async () => {
    const app = await starting
    const response = await app.fetch(new Request(url, { method, headers, body }))
    say({ kind: 'response', id, status: response.status, headers: [...response.headers] })
    await sendBody(id, response.body)
  }
  // A start that failed was reported already.
  answer().catch(() => {})
})
