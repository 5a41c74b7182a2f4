import type { Answers } from '#domain/components/answer.ts'

const keyOf = (taskId: string): string => `sandi-unsent-${taskId}`

/** Answers that this phone could not save yet when the page was left. */
export const readDraft = (taskId: string): Answers => {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(keyOf(taskId)) ?? '{}')
    return typeof draft === 'object' && draft !== null ? (draft as Answers) : {}
  } catch {
    return {}
  }
}

/** Keeps unsaved answers over a reload; keeps nothing once all are saved. */
export const writeDraft = (taskId: string, answers: Answers): void => {
  try {
    if (Object.keys(answers).length === 0) localStorage.removeItem(keyOf(taskId))
    else localStorage.setItem(keyOf(taskId), JSON.stringify(answers))
  } catch {
    // Storage is switched off or full: the answers are still on the screen.
  }
}
