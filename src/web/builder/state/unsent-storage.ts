import { del, get, set } from 'idb-keyval'
import type { SentOperation } from '#contract/flow-contract.ts'

/** Operations that the server has not acknowledged, as they outlive a closed or crashed tab. */
export interface Unsent {
  /** The revision that they were made on. */
  baseRevision: number
  operations: SentOperation[]
}

/** Where unsent operations are kept. */
export interface UnsentStorage {
  load(): Promise<Unsent | undefined>
  save(unsent: Unsent): Promise<void>
}

/** Keeps the unsent operations of one flow in IndexedDB, apart for each account of the browser. */
export const createUnsentStorage = (flowId: string, userId: string): UnsentStorage => {
  const key = `sandi:unsent:${userId}:${flowId}`
  return {
    load: () => get<Unsent>(key),
    save: (unsent) => (unsent.operations.length === 0 ? del(key) : set(key, unsent)),
  }
}
