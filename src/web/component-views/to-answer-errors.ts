import type { PageErrors } from '#domain/task/walk.ts'
import { ApiError } from '#web/shared/api-error.ts'

/** What the server says about single answers, by component id; nothing for every other failure. */
export const toAnswerErrors = (error: unknown): PageErrors => {
  if (!(error instanceof ApiError) || error.code !== 'invalid-answers') return {}
  const entries = (error.problem?.errors ?? [])
    .filter(({ path }) => path.startsWith('answers.'))
    .map(({ path, code, message }) => [
      path.slice('answers.'.length),
      { code: code === 'required' || code === 'not-verified' ? code : 'invalid', message },
    ])
  return Object.fromEntries(entries)
}
