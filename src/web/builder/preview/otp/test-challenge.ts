import { formatCredits, parseCredits } from '#domain/billing/credits.ts'
import type { Channel } from '#domain/otp/channel.ts'
import { type ChallengeState, isLive, stateAt } from '#domain/otp/otp-challenge.ts'
import { describeSendFailure, type SendFailure } from '#domain/otp/send-failure.ts'
import type { PastSends } from '#domain/otp/send-limits.ts'
import { hour } from '#domain/shared/clock.ts'
import type { SentCode } from '#web/component-views/step-props.ts'

/** A code of a preview: nothing was sent. All times are those of the preview's clock. */
export interface TestChallenge {
  id: string
  componentId: string
  channel: Channel
  recipient: string
  maskedRecipient: string
  code: string
  state: ChallengeState
  attempts: number
  maximumAttempts: number
  createdAt: number
  expiresAt: number
  resendAt: number
  failureCode: SendFailure | null
  /** What a real send would have cost; null where the rates are not known. */
  credits: string | null
}

/** The newest code of an OTP step. */
export const findNewest = (
  challenges: readonly TestChallenge[],
  componentId: string,
): TestChallenge | undefined => challenges.findLast((one) => one.componentId === componentId)

/** The code of a step that can be entered now. */
export const findOpen = (
  challenges: readonly TestChallenge[],
  componentId: string,
  now: number,
): TestChallenge | undefined => {
  const newest = findNewest(challenges, componentId)
  return newest !== undefined && isLive(stateAt(newest, now)) ? newest : undefined
}

/** The same codes with one of them changed. */
export const changeChallenge = (
  challenges: readonly TestChallenge[],
  id: string,
  changes: Partial<TestChallenge>,
): TestChallenge[] => challenges.map((one) => (one.id === id ? { ...one, ...changes } : one))

/** The codes as the rules about limits look at them; everything else in the organisation is still. */
export const toPastSends = (
  challenges: readonly TestChallenge[],
  recipient: string,
  taskId: string,
  now: number,
): PastSends => ({
  toRecipient: challenges
    .filter((one) => one.recipient === recipient && one.createdAt > now - hour)
    .map((one) => ({
      at: one.createdAt,
      taskId,
      componentId: one.componentId,
      state: stateAt(one, now),
      attempts: one.attempts,
    }))
    .toReversed(),
  usedUpAt: { organisation: null, worker: null, prefix: null },
})

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

/**
 * A code as the step shows it. The step counts down by the real clock, so the time that was skipped is
 * taken off what it is told.
 */
export const toSentCode = (one: TestChallenge, now: number, skipped: number): SentCode => ({
  challengeId: one.id,
  channel: one.channel,
  maskedRecipient: one.maskedRecipient,
  status: stateAt(one, now),
  failure: one.failureCode === null ? null : describeSendFailure(one.failureCode),
  failureCode: one.failureCode,
  attemptsLeft: one.maximumAttempts - one.attempts,
  createdAt: iso(one.createdAt - skipped),
  verifiedAt: null,
  expiresAt: iso(one.expiresAt - skipped),
  // Where nothing reached anybody, there is nothing to wait for.
  resendAt: iso((one.state === 'failed' ? one.createdAt : one.resendAt) - skipped),
})

/** What the codes of a run would have cost; `isComplete` is false where a rate is not known. */
export const sumCost = (
  challenges: readonly TestChallenge[],
): { credits: string; isComplete: boolean } => {
  const paid = challenges.filter(({ state }) => state !== 'failed')
  const total = paid.reduce((sum, { credits }) => sum + parseCredits(credits ?? '0'), 0n)
  return {
    credits: formatCredits(total),
    isComplete: paid.every(({ credits }) => credits !== null),
  }
}
