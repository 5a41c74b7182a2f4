import type { ErrorCode } from './error-codes.ts'

/** An expected failure of a service: what problem details are made from. */
export interface Failure {
  code: ErrorCode
  /** A sentence for people. */
  detail: string
  errors?: { path: string; code: string; message: string }[]
  attemptsLeft?: number
  /** Seconds to wait before trying again. */
  retryAfter?: number
}
