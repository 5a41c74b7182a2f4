import { generateCode } from '#domain/otp/otp-code.ts'
import type { SendFailure } from '#domain/otp/send-failure.ts'
import { minute, second } from '#domain/shared/clock.ts'
import type { Context } from '#server/platform/context.ts'
import { type Job, removeJob } from '#server/platform/jobs/outbox-repo.ts'
import type { JobHandler } from '#server/platform/jobs/outbox-worker.ts'
import {
  type Delivery,
  findDeliveryAcrossOrgs,
  settleAccepted,
  settleFailed,
  startSending,
  undoSending,
} from './delivery-repo.ts'
import type { OtpDependencies } from './otp-dependencies.ts'
import type { OtpSender, SendOutcome } from './senders/otp-sender.ts'

const longestWait = 30 * second

/**
 * The job that brings a code to its recipient. The code is made here and lives until the sender has
 * it; only its hash is kept, and before it is handed over. So a challenge with a hash that nobody is
 * sending was interrupted, and is never sent again: the provider is asked what became of it.
 */
export const createDeliverCode =
  (context: Context, dependencies: OtpDependencies): JobHandler =>
  async (job) => {
    const { db, clock } = context
    const found = await findDeliveryAcrossOrgs(db, job.subjectId)
    if (found === undefined) {
      await removeJob(db, job.id)
      return 'removed'
    }
    const sender = dependencies.senders[found.channel]
    if (found.codeHash !== null) return resume(context, job, sender)
    // Replaced by a newer one before it was its turn: its reason stays, only the hold goes back.
    if (found.state !== 'created') return settleAs(context, job, 'undeliverable')
    if (sender === undefined || clock.now() >= found.expiresAt) {
      return settleAs(context, job, 'provider-down')
    }
    return deliver(context, dependencies, job, found, sender)
  }

const toSettlement = ({ clock, newId }: Context, { id, subjectId }: Job) => ({
  challengeId: subjectId,
  entryId: newId(),
  jobId: id,
  now: clock.now(),
})

const settleAs = async (context: Context, job: Job, failure: SendFailure) => {
  await settleFailed(context.db, { ...toSettlement(context, job), failure })
  return 'removed' as const
}

const settleAsAccepted = async (context: Context, job: Job, providerMessageId: string) => {
  await settleAccepted(context.db, { ...toSettlement(context, job), providerMessageId })
  return 'removed' as const
}

/** Finds out what became of a message whose sending was cut short. */
const resume = async (context: Context, job: Job, sender: OtpSender | undefined) => {
  const known = (await sender?.lookUp(job.subjectId)) ?? { outcome: 'unknown' }
  if (known.outcome === 'accepted') return settleAsAccepted(context, job, known.providerMessageId)
  if (known.outcome === 'not-accepted') return settleAs(context, job, 'unknown-outcome')
  return {
    tryAgainAt: context.clock.now() + minute,
    reason: 'the provider does not know what became of the message',
  }
}

const deliver = async (
  context: Context,
  { codeHash, fillRandom, logger }: OtpDependencies,
  job: Job,
  delivery: Delivery,
  sender: OtpSender,
): ReturnType<JobHandler> => {
  const { db, clock } = context
  const { id, digits, expiresAt, ...message } = delivery
  const code = generateCode(digits, fillRandom)
  if (!(await startSending(db, id, await codeHash(id, code)))) {
    return { tryAgainAt: clock.now(), reason: 'it changed meanwhile' }
  }
  const outcome = await sender
    .send({ ...message, challengeId: id, code })
    .catch((error: unknown): SendOutcome | undefined => {
      // It may have been accepted before that: the next try asks.
      logger.error({ err: error, challengeId: id }, 'a sender failed')
      return undefined
    })
  if (outcome === undefined) {
    return { tryAgainAt: clock.now() + 2 * second, reason: 'the sender failed' }
  }
  if (outcome.outcome === 'accepted') {
    return settleAsAccepted(context, job, outcome.providerMessageId)
  }
  if (outcome.outcome === 'refused') return settleAs(context, job, outcome.failure)
  await undoSending(db, id)
  const wait = Math.min(longestWait, second * 2 ** (job.attempts - 1))
  const tryAgainAt = Math.min(clock.now() + wait, expiresAt)
  return { tryAgainAt, reason: outcome.reason }
}
