import { answerOf } from '#domain/components/answer.ts'
import type { OtpComponent } from '#domain/components/otp/otp-schema.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import { parseRecipient } from '#domain/otp/recipient.ts'
import type { Run } from '../run/run.ts'

/**
 * Takes an OTP as verified that lies before the page on which a preview begins: no code was sent for
 * it, so it costs nothing. Changes nothing where it is verified
 * already, or where there is nobody to send to.
 */
export const takeAsVerified = (flow: FlowState, run: Run, otp: OtpComponent, now: number): Run => {
  const field = flow.componentsById[otp.recipientField ?? '']
  const country = field?.type === 'input' ? field.defaultCountry : null
  const typed = answerOf(run.answers, otp.recipientField ?? '')
  const parsed = parseRecipient(otp.channel, String(typed ?? ''), country)
  if (!parsed.ok || answerOf(run.answers, otp.id) !== null) return run
  const { address: recipient, masked: maskedRecipient } = parsed.value
  const challengeId = `before-${otp.id}`
  const verifiedAt = new Date(now).toISOString()
  return {
    ...run,
    answers: {
      ...run.answers,
      [otp.id]: { verifiedAt, channel: otp.channel, maskedRecipient, challengeId },
    },
    challenges: [
      ...run.challenges,
      {
        id: challengeId,
        componentId: otp.id,
        channel: otp.channel,
        recipient,
        maskedRecipient,
        code: '',
        state: 'verified',
        attempts: 0,
        maximumAttempts: 0,
        createdAt: now,
        expiresAt: now,
        resendAt: now,
        failureCode: null,
        credits: '0',
      },
    ],
  }
}
