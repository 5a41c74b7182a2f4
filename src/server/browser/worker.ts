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

self.addEventListener('message', (event: MessageEvent<WorkerRequest>) => {
  const { id, url, method, headers, body } = event.data
  const answer = async () => {
    const app = await starting
    const response = await app.fetch(new Request(url, { method, headers, body }))
    say({
      kind: 'response',
      id,
      status: response.status,
      headers: [...response.headers],
      body: await response.arrayBuffer(),
    })
  }
  // A start that failed was reported already.
  answer().catch(() => {})
})
