import type { ApiError } from '#web/shared/api-error.ts'
import type { TestChallenge } from './test-challenge.ts'

/** What happened to the codes of a preview. */
export type OtpEvent =
  | { kind: 'sent' | 'delivered' | 'failed' | 'verified' | 'expired'; challenge: TestChallenge }
  | { kind: 'wrong'; challenge: TestChallenge; attemptsLeft: number }
  | { kind: 'refused'; componentId: string; error: ApiError }
