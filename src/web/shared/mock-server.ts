import type { WorkerMessage, WorkerRequest } from '#contract/worker-messages.ts'
import type { Fetch } from './api-client.ts'

/** How far the start of the server in this browser is. */
export interface MockProgress {
  fraction: number
  doing: string
  /** Why it can't start. */
  failure?: string
}

/** The mock: the very server, in a worker of this browser. */
export interface MockServer {
  fetch: Fetch
  /** Follows the start; `fraction` 1 means that it answers. */
  onProgress(listener: (progress: MockProgress) => void): void
}

/** An answer that is under way: first its head, then its body. */
interface Waiting {
  resolve(response: Response): void
  body: ReadableStreamDefaultController<Uint8Array> | undefined
}

/** Starts the server in a worker. Requests that are sent before it is ready wait for it. */
export const startMockServer = (): MockServer => {
  const worker = new Worker(new URL('../../server/browser/worker.ts', import.meta.url), {
    type: 'module',
  })
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(progress: MockProgress) => void>()
  let lastId = 0
  const say = (message: WorkerRequest) => worker.postMessage(message)

  const abort = (id: number) => {
    waiting.delete(id)
    say({ kind: 'abort', id })
  }

  const answer = (message: Extract<WorkerMessage, { id: number }>) => {
    const { id } = message
    const open = waiting.get(id)
    if (open === undefined) return
    if (message.kind === 'chunk') open.body?.enqueue(message.chunk)
    if (message.kind === 'end') {
      open.body?.close()
      waiting.delete(id)
    }
    if (message.kind !== 'response') return
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        open.body = controller
      },
      cancel: () => abort(id),
    })
    const { status, headers } = message
    // 204 and the like must not have a body.
    open.resolve(new Response(status === 204 || status === 304 ? null : body, { status, headers }))
  }

  worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
    if ('id' in data) return answer(data)
    const progress =
      data.kind === 'failed' ? { fraction: 0, doing: '', failure: data.message } : data
    for (const listener of listeners) listener(progress)
  })

  return {
    onProgress: (listener) => listeners.add(listener),
    fetch: async (input, init) => {
      const request = new Request(input, init)
      lastId += 1
      const id = lastId
      const { url, method, signal } = request
      const body = request.body === null ? null : await request.arrayBuffer()
      return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => {
          const stream = waiting.get(id)?.body
          abort(id)
          stream?.error(signal.reason)
          reject(signal.reason)
        })
        waiting.set(id, { resolve, body: undefined })
        say({ kind: 'request', id, url, method, headers: [...request.headers], body })
      })
    },
  }
}
