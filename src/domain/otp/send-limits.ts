import { hour } from '#domain/shared/clock.ts'
import { type OtpPolicy, resendWaits, stepWindow } from './otp-policy.ts'

/** An earlier send to the recipient of the same task, within `stepWindow`. */
export interface StepSend {
  at: number
  /** Whether it was for this step and can have reached somebody: then the next one has to wait. */
  delaysResend: boolean
}

export type VelocityLimit = keyof OtpPolicy['sendsPerHour']

/** What was sent before, as far as it can stand in the way of the next send. */
export interface PastSends {
  /** Newest first. */
  step: readonly StepSend[]
  /** When the send was that uses up a limit: the n-th newest of the last hour, n being the limit. */
  velocity: Readonly<Record<VelocityLimit, number | null>>
}

/** Why, and how long in milliseconds, a send has to wait. */
export interface SendWait {
  limit: 'resend' | 'step' | VelocityLimit
  wait: number
}

const countDelaying = (step: readonly StepSend[]) =>
  step.filter(({ delaysResend }) => delaysResend).length

/** How long after a send the next one may follow, given the sends before it. */
export const findResendWait = (step: readonly StepSend[]): number =>
  resendWaits[Math.min(countDelaying(step), resendWaits.length - 1)] ?? 0

/** The limit that makes a send wait longest; nothing when it may go ahead. */
export const findSendWait = (
  past: PastSends,
  policy: OtpPolicy,
  now: number,
): SendWait | undefined => {
  const newestIndex = past.step.findIndex(({ delaysResend }) => delaysResend)
  const newest = past.step[newestIndex]
  const usesUpStep = past.step[policy.sendsPerRecipientAndTask - 1]
  const waits: SendWait[] = [
    newest && {
      limit: 'resend' as const,
      wait: newest.at + findResendWait(past.step.slice(newestIndex + 1)) - now,
    },
    usesUpStep && { limit: 'step' as const, wait: usesUpStep.at + stepWindow - now },
    ...Object.entries(past.velocity).map(
      ([limit, at]) => at !== null && { limit: limit as VelocityLimit, wait: at + hour - now },
    ),
  ].filter((wait): wait is SendWait => Boolean(wait) && (wait as SendWait).wait > 0)
  return waits.toSorted((a, b) => b.wait - a.wait)[0]
}
