import { err, ok, type Result } from '#domain/shared/result.ts'
import type { AnswerError, AnswerValue, OtpAnswer } from '../answer.ts'
import type { OtpComponent } from './otp-schema.ts'

const isOtpAnswer = (value: unknown): value is OtpAnswer =>
  typeof value === 'object' && value !== null && 'challengeId' in value && 'verifiedAt' in value

/**
 * Accepts what a verification wrote. That it really was a verification is what the server makes
 * sure of: it takes OTP answers from its own challenges alone, never from a client.
 */
export const checkOtpAnswer = (
  otp: OtpComponent,
  value: unknown,
): Result<AnswerValue, AnswerError> => {
  if (isOtpAnswer(value)) return ok(value)
  return otp.required
    ? err({ code: 'not-verified', message: `Verify ${otp.title} with the code first.` })
    : ok(null)
}
