import { hour, second } from '#domain/shared/clock.ts'
import type { ChallengeState } from './otp-challenge.ts'
import { attemptWindow, type OtpPolicy, stepWindow } from './otp-policy.ts'

/** An earlier send to the recipient, in the organisation and within the last hour. */
export interface PastSend {
  at: number
  taskId: string
  componentId: string
  state: ChallengeState
  /** Codes that were entered for it, right or wrong. */
  attempts: number
}

/** What was sent before, as far as it can stand in the way of the next send. */
export interface PastSends {
  /** Newest first. */
  toRecipient: readonly PastSend[]
  /** When the send was that uses up a limit: the n-th newest of the last hour, n being the limit. */
  usedUpAt: Readonly<Record<'organisation' | 'worker' | 'prefix', number | null>>
}

/** The step for which a code is wanted, and when. */
export interface WantedSend {
  taskId: string
  componentId: string
  now: number
}

/** Why, and how long in milliseconds, a send has to wait. */
export interface SendWait {
  limit: 'resend' | 'task' | keyof OtpPolicy['sendsPerHour']
  wait: number
}

/** Sends of the same task within the window, newest first. */
const listOfTask = (past: PastSends, { taskId, now }: WantedSend) =>
  past.toRecipient.filter((send) => send.taskId === taskId && send.at > now - stepWindow)

/** Sends after which one has to wait: for this very step, and that may have reached somebody. */
const listDelaying = (past: PastSends, wanted: WantedSend) =>
  listOfTask(past, wanted).filter(
    ({ componentId, state }) =>
      componentId === wanted.componentId && state !== 'failed' && state !== 'verified',
  )

/** How long to wait after a send that so many others of the step came before. */
const waitAfter = (count: number, { resendWaits }: OtpPolicy): number => {
  const { first, second: afterSecond, later } = resendWaits
  return ([first, afterSecond][count] ?? later) * second
}

/** How long after the wanted send the one after it may follow. */
export const findResendWait = (past: PastSends, wanted: WantedSend, policy: OtpPolicy): number =>
  waitAfter(listDelaying(past, wanted).length, policy)

/** The limit that makes a send wait longest; nothing when it may go ahead. */
export const findSendWait = (
  past: PastSends,
  wanted: WantedSend,
  policy: OtpPolicy,
): SendWait | undefined => {
  const delaying = listDelaying(past, wanted)
  const candidates: [SendWait['limit'], from: number | null | undefined, window: number][] = [
    ['resend', delaying[0]?.at, waitAfter(delaying.length - 1, policy)],
    ['task', listOfTask(past, wanted)[policy.sendsPerRecipientAndTask - 1]?.at, stepWindow],
    ['recipient', past.toRecipient[policy.sendsPerHour.recipient - 1]?.at, hour],
    ['prefix', past.usedUpAt.prefix, hour],
    ['worker', past.usedUpAt.worker, hour],
    ['organisation', past.usedUpAt.organisation, hour],
  ]
  return candidates
    .flatMap(([limit, from, window]) => {
      const wait = typeof from === 'number' ? from + window - wanted.now : 0
      return wait > 0 ? [{ limit, wait }] : []
    })
    .toSorted((a, b) => b.wait - a.wait)[0]
}

/**
 * How many wrong codes a recipient has cost since the last right one, whatever the task, and how long
 * in milliseconds they count: a new code gives no new tries.
 *
 * Source: NIST SP 800-63B, rate limiting counts consecutive failures.
 */
export const countWrongCodes = (
  past: PastSends,
  now: number,
): { count: number; countFor: number } => {
  const recent = past.toRecipient.filter(({ at }) => at > now - attemptWindow)
  const verified = recent.findIndex(({ state }) => state === 'verified')
  const wrong = recent
    .slice(0, verified < 0 ? recent.length : verified)
    .filter(({ attempts }) => attempts > 0)
  return {
    count: wrong.reduce((sum, { attempts }) => sum + attempts, 0),
    countFor: (wrong.at(-1)?.at ?? now) + attemptWindow - now,
  }
}
