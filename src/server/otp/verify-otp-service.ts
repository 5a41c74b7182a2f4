import type { Failure } from '#contract/failure.ts'
import { stateAt } from '#domain/otp/otp-challenge.ts'
import { OtpCode } from '#domain/otp/otp-code.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { Telemetry } from '#server/platform/telemetry.ts'
import { findNewestOfWorker } from './challenge-repo.ts'
import type { CodeHash } from './code-hash.ts'
import { expireChallenge, findOpenChallenge, type Step, tryCode } from './verify-repo.ts'

type Verified = Result<{ verifiedAt: string }, Failure>

const fail = (code: Failure['code'], detail: string, attemptsLeft?: number) =>
  err<Failure>({ code, detail, ...(attemptsLeft !== undefined && { attemptsLeft }) })

const exhausted = () =>
  fail('otp-exhausted', 'Too many wrong codes: this one no longer counts. Send a new code.', 0)

const alreadyVerified = () => fail('otp-already-verified', 'This step is verified already.')

/** Why there is no code that could be entered. */
const explain = async (context: Context, step: Step): Promise<Verified> => {
  const { db, clock } = context
  const newest = await findNewestOfWorker(db, step)
  if (newest === undefined) return fail('otp-not-sent', 'Send a code first.')
  const { id, attempts, maximumAttempts, expiresAt } = newest
  const state = stateAt({ state: newest.state, expiresAt: expiresAt.getTime() }, clock.now())
  if (state === 'verified') return alreadyVerified()
  if (state === 'exhausted') return exhausted()
  if (state === 'expired') {
    await expireChallenge(db, id)
    return fail('otp-expired', 'This code has expired. Send a new code.')
  }
  if (attempts >= maximumAttempts) return exhausted()
  return state === 'created'
    ? fail('otp-not-sent', 'The code is on its way. Try again in a moment.')
    : fail('otp-not-sent', 'Send a new code.')
}

/** Explains, and counts it: by no channel, as there is no code that was sent by one. */
const noCode = async (context: Context, telemetry: Telemetry, step: Step): Promise<Verified> => {
  const explained = await explain(context, step)
  telemetry.verification('none', explained.ok ? 'verified' : explained.error.code)
  return explained
}

interface VerifyDependencies {
  codeHash: CodeHash
  telemetry: Telemetry
}

/** Compares a code with the one that was sent for a step; each challenge succeeds at most once. */
export const verifyOtp = async (
  context: Context,
  { codeHash, telemetry }: VerifyDependencies,
  actor: Actor,
  { taskId, componentId, code }: { taskId: string; componentId: string; code: string },
): Promise<Verified> => {
  const { db, clock } = context
  const { organizationId, userId: workerId } = actor
  const now = clock.now()
  const step = { organizationId, workerId, taskId, componentId }
  const challenge = await findOpenChallenge(db, step)
  if (challenge === undefined) return noCode(context, telemetry, step)
  const { id, channel, maskedRecipient } = challenge
  const verifiedAt = new Date(now).toISOString()
  const answer = { verifiedAt, channel, maskedRecipient, challengeId: id }
  const hash = await codeHash(id, new OtpCode(code))
  const tried = await tryCode(db, step, id, hash, { answer, now })
  if (tried === undefined) return noCode(context, telemetry, step)
  telemetry.verification(channel, tried.isRight ? 'verified' : 'otp-wrong-code')
  if (tried.isRight) return ok({ verifiedAt })
  const { attemptsLeft } = tried
  const tries = attemptsLeft === 1 ? '1 try' : `${attemptsLeft} tries`
  return fail('otp-wrong-code', `Wrong code, ${tries} left.`, attemptsLeft)
}
