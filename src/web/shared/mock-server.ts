import type { WorkerMessage, WorkerRequest } from '#contract/worker-messages.ts'
import type { Fetch } from './api-client.ts'

/** How far the start of the server in this browser is. */
export interface MockProgress {
  fraction: number
  doing: string
  /** Why it can't start. */
  failure?: string
}

type WorkerResponse = Extract<WorkerMessage, { kind: 'response' }>

/** The mock: the very server, in a worker of this browser. */
export interface MockServer {
  fetch: Fetch
  /** Follows the start; `fraction` 1 means that it answers. */
  onProgress(listener: (progress: MockProgress) => void): void
}

/** 204 and the like must not have a body. */
const toResponse = ({ status, headers, body }: WorkerResponse): Response =>
  new Response(status === 204 || status === 304 ? null : body, { status, headers })

/** Starts the server in a worker. Requests that are sent before it is ready wait for it. */
export const startMockServer = (): MockServer => {
  const worker = new Worker(new URL('../../server/browser/worker.ts', import.meta.url), {
    type: 'module',
  })
  const waiting = new Map<number, (response: Response) => void>()
  const listeners = new Set<(progress: MockProgress) => void>()
  let lastId = 0
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
    if (data.kind === 'response') {
      waiting.get(data.id)?.(toResponse(data))
      waiting.delete(data.id)
      return
    }
    const progress =
      data.kind === 'failed' ? { fraction: 0, doing: '', failure: data.message } : data
    for (const listener of listeners) listener(progress)
  })
  return {
    onProgress: (listener) => listeners.add(listener),
    fetch: async (input, init) => {
      const request = new Request(input, init)
      lastId += 1
      const body = request.body === null ? null : await request.arrayBuffer()
      const message: WorkerRequest = {
        id: lastId,
        url: request.url,
        method: request.method,
        headers: [...request.headers],
        body,
      }
      return new Promise((resolve) => {
        waiting.set(message.id, resolve)
        worker.postMessage(message)
      })
    },
  }
}
