import type { Answers } from '#domain/components/answer.ts'

/** What was done in a task and is not on the server yet. */
export interface Draft {
  answers: Answers
  /** The page that the worker went to. */
  currentPageId?: string
}

const keyOf = (taskId: string): string => `sandi-draft-${taskId}`

const nothing = JSON.stringify({ answers: {} })

/** What this phone could not save yet when the page was left. */
export const readDraft = (taskId: string): Draft => {
  try {
    return JSON.parse(localStorage.getItem(keyOf(taskId)) ?? nothing)
  } catch {
    // Storage is switched off: nothing was kept.
    return { answers: {} }
  }
}

/** Keeps what is not saved over a reload; keeps nothing once all is saved. */
export const writeDraft = (taskId: string, draft: Draft): void => {
  const kept = JSON.stringify(draft)
  try {
    if (kept === nothing) localStorage.removeItem(keyOf(taskId))
    else localStorage.setItem(keyOf(taskId), kept)
  } catch {
    // Storage is switched off or full: the answers are still on the screen.
  }
}
