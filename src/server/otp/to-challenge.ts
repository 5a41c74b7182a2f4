import type { Challenge } from '#contract/otp-contract.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import { stateAt } from '#domain/otp/otp-challenge.ts'
import { describeSendFailure } from '#domain/otp/send-failure.ts'
import type { ChallengeRow } from './challenge-repo.ts'

/** A challenge as a worker may see it. */
export const toChallenge = (row: ChallengeRow, now: number): Challenge => ({
  challengeId: row.id,
  componentId: row.componentId,
  channel: row.channel,
  maskedRecipient: row.maskedRecipient,
  status: stateAt({ state: row.state, expiresAt: row.expiresAt.getTime() }, now),
  failure: row.failureCode === null ? null : describeSendFailure(row.failureCode),
  failureCode: row.failureCode,
  digits: row.digits,
  attemptsLeft: row.maximumAttempts - row.attempts,
  costCredits: formatCredits(row.costMicro),
  createdAt: row.createdAt.toISOString(),
  sentAt: row.sentAt?.toISOString() ?? null,
  deliveredAt: row.deliveredAt?.toISOString() ?? null,
  verifiedAt: row.verifiedAt?.toISOString() ?? null,
  expiresAt: row.expiresAt.toISOString(),
  // Where nothing reached anybody, there is nothing to wait for.
  resendAt: (row.state === 'failed' ? row.createdAt : row.resendAt).toISOString(),
})
