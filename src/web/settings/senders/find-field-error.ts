import { ApiError, toSentence } from '#web/shared/api-error.ts'

/** What the server says is wrong with a field of the body, by the end of its path. */
export const findFieldError = (error: Error | null, field: string): string | undefined => {
  const errors = error instanceof ApiError ? (error.problem?.errors ?? []) : []
  const found = errors.find(({ path }) => path.endsWith(`.${field}`))
  return found && toSentence(found.message)
}

/** The refusal of a whole body; null where its fields say what is wrong with them. */
export const findFormError = (error: Error | null): Error | null =>
  error instanceof ApiError && error.problem?.errors !== undefined ? null : error
