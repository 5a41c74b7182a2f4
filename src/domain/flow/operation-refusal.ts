import { err } from '#domain/shared/result.ts'

/** Why an operation does not fit the document that it meets. */
export interface OperationRefusal {
  code: 'target-gone' | 'id-taken' | 'not-allowed' | 'invalid'
  /** The setting that is invalid, where it is one. */
  path: string
  message: string
}

/** Refuses an operation. */
export const refuse = (code: OperationRefusal['code'], message: string, path = '') =>
  err<OperationRefusal>({ code, path, message })
