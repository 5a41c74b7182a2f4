import type { Answers } from '#domain/components/answer.ts'

/** What was done in a task and is not on the server yet. */
export interface Draft {
  answers: Answers
  /** The page that the worker went to. */
  currentPageId?: string
}

const keyOf = (taskId: string): string => `sandi-draft-${taskId}`

/** What this phone could not save yet when the page was left. */
export const readDraft = (taskId: string): Draft => {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(keyOf(taskId)) ?? 'null')
    const isDraft = typeof draft === 'object' && draft !== null && 'answers' in draft
    return isDraft ? (draft as Draft) : { answers: {} }
  } catch {
    return { answers: {} }
  }
}

/** Keeps what is not saved over a reload; keeps nothing once all is saved. */
export const writeDraft = (taskId: string, draft: Draft): void => {
  const isEmpty = draft.currentPageId === undefined && Object.keys(draft.answers).length === 0
  try {
    if (isEmpty) localStorage.removeItem(keyOf(taskId))
    else localStorage.setItem(keyOf(taskId), JSON.stringify(draft))
  } catch {
    // Storage is switched off or full: the answers are still on the screen.
  }
}
