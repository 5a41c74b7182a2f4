/** A request on its way into the worker, or the news that nobody waits for its answer any more. */
export type WorkerRequest =
  | {
      kind: 'request'
      id: number
      url: string
      method: string
      headers: [string, string][]
      body: ArrayBuffer | null
    }
  | { kind: 'abort'; id: number }

/** What the worker says: how its start goes, or the answer to a request, piece by piece. */
export type WorkerMessage =
  | { kind: 'progress'; fraction: number; doing: string }
  | { kind: 'failed'; message: string }
  | { kind: 'response'; id: number; status: number; headers: [string, string][] }
  | { kind: 'chunk'; id: number; chunk: Uint8Array }
  | { kind: 'end'; id: number }
