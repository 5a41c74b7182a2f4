/** A request on its way into the worker. */
export interface WorkerRequest {
  id: number
  url: string
  method: string
  headers: [string, string][]
  body: ArrayBuffer | null
}

/** What the worker says: how its start goes, or the answer to a request. */
export type WorkerMessage =
  | { kind: 'progress'; fraction: number; doing: string }
  | { kind: 'failed'; message: string }
  | {
      kind: 'response'
      id: number
      status: number
      headers: [string, string][]
      body: ArrayBuffer
    }
