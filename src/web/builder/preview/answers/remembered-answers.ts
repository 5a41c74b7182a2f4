import type { Answers } from '#domain/components/answer.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'

/** The answers that were given in previews of one flow, kept in this browser. */
export interface RememberedAnswers {
  read(): Answers
  write(flow: FlowState, answers: Answers): void
  clear(): void
}

/** Proofs and what was taken with this page do not outlive it. */
const forgotten = new Set(['otp', 'photo', 'signature', 'voice', 'timer'])

export const createRememberedAnswers = (
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  flowId: string,
): RememberedAnswers => {
  const key = `sandi-preview-${flowId}`
  const read = (): Answers => {
    try {
      const stored: unknown = JSON.parse(storage.getItem(key) ?? '{}')
      return typeof stored === 'object' && stored !== null ? (stored as Answers) : {}
    } catch {
      return {}
    }
  }
  return {
    read,
    write(flow, answers) {
      const kept = Object.entries(answers).filter(
        ([id, value]) => value !== null && !forgotten.has(flow.componentsById[id]?.type ?? 'otp'),
      )
      try {
        storage.setItem(key, JSON.stringify({ ...read(), ...Object.fromEntries(kept) }))
      } catch {
        // Storage is switched off or full: answers are then made up anew.
      }
    },
    clear() {
      try {
        storage.removeItem(key)
      } catch {
        // Storage is switched off: there is nothing to clear.
      }
    },
  }
}
