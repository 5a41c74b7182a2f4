import type { Answers, OtpAnswer } from '#domain/components/answer.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { type CheckAnswer, checkPage, type PageErrors, walkToFinish } from './walk.ts'

/** A verification that really took place. */
export interface OtpProof {
  /** The id of the challenge. */
  id: string
  componentId: string
  /** The address that the code went to: E.164, or an email address. */
  recipient: string
}

/** Takes an OTP answer only when one of the task's own verifications says the same. */
export const withProof =
  (answers: Answers, verified: readonly OtpProof[], check: CheckAnswer): CheckAnswer =>
  (component, value, others) => {
    const checked = check(component, value, others)
    if (component.type !== 'otp' || !checked.ok || checked.value === null) return checked
    const { challengeId } = checked.value as OtpAnswer
    const recipient = component.recipientField && answers[component.recipientField]
    const isProven = verified.some(
      (proof) =>
        proof.id === challengeId &&
        proof.componentId === component.id &&
        proof.recipient.toLowerCase() === String(recipient).toLowerCase(),
    )
    return isProven
      ? checked
      : err({ code: 'not-verified', message: `Verify ${component.title} with the code first.` })
  }

/** Checks a whole task: the Initial Page, then every page of the way that the answers lead. */
export const checkTask = (
  document: FlowDocument,
  answers: Answers,
  check: CheckAnswer,
): Result<{ path: readonly string[]; answers: Answers }, PageErrors> => {
  const [initial] = document.pages
  const started = initial === undefined ? ok({}) : checkPage([initial], answers, check)
  if (!started.ok) return started
  const walked = walkToFinish(document, answers, check)
  return walked.ok ? walked : err(walked.error.errors)
}
