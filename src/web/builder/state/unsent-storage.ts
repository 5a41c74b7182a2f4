import { del, get, keys, set } from 'idb-keyval'
import type { SentOperation } from '#contract/flow-contract.ts'
import { liftStoredOperation } from '#domain/flow/migrations/lift-document.ts'

/** An operation that the server has not acknowledged. */
export interface UnsentOperation extends SentOperation {
  /** The revision that the person had seen. */
  base: number
}

/** Where unsent operations outlive a closed or crashed tab. */
export interface UnsentStorage {
  /** What other tabs have left behind, oldest first. It is this one's from now on. */
  load(): Promise<readonly UnsentOperation[]>
  /** Keeps these, instead of what this tab kept before. */
  save(operations: readonly UnsentOperation[]): Promise<void>
  /** This tab lets go of the flow: what is left is for the next one. */
  release(): void
}

/** Opens the browser's database; who then reads from it is told what went wrong. */
export const wakeUnsentStorage = async (): Promise<void> => {
  try {
    await keys()
  } catch {}
}

/** An older build of the app may have left it. */
const liftUnsent = (unsent: UnsentOperation): UnsentOperation => ({
  ...unsent,
  operation: liftStoredOperation(unsent.operation),
})

/** Runs something unless the tab that owns a key is still open. */
const unlessOpen = async (key: string, act: () => Promise<void>): Promise<void> => {
  // Without locks (plain HTTP from another machine) no tab can tell; sending twice does no harm.
  if (navigator.locks === undefined) return act()
  await navigator.locks.request(key, { ifAvailable: true }, (lock) =>
    lock === null ? undefined : act(),
  )
}

/** Holds a lock until it is let go. */
const hold = (key: string): (() => void) => {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  void navigator.locks?.request(key, () => released)
  return release
}

/**
 * Keeps the unsent operations of one flow in IndexedDB, apart for each account of the browser and for
 * each tab: two tabs with the same flow don't overwrite each other's.
 */
export const createUnsentStorage = (
  flowId: string,
  userId: string,
  tabId: string,
): UnsentStorage => {
  const ofFlow = `sandi:unsent:${userId}:${flowId}:`
  const own = `${ofFlow}${tabId}`
  const release = hold(own)
  const save = (operations: readonly UnsentOperation[]) =>
    operations.length === 0 ? del(own) : set(own, operations)
  return {
    save,
    release,
    load: async () => {
      const left: UnsentOperation[] = []
      for (const key of await keys<string>()) {
        if (!String(key).startsWith(ofFlow) || key === own) continue
        await unlessOpen(key, async () => {
          left.push(...((await get<UnsentOperation[]>(key)) ?? []).map(liftUnsent))
          // Kept under the new name before it is dropped under the old one.
          await save(left)
          await del(key)
        })
      }
      return left.toSorted((one, other) => one.base - other.base)
    },
  }
}
