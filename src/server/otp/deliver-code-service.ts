import { generateCode } from '#domain/otp/otp-code.ts'
import { remedyFor, type SendFailure } from '#domain/otp/send-failure.ts'
import { minute, second } from '#domain/shared/clock.ts'
import type { Context } from '#server/platform/context.ts'
import { type Job, removeJob } from '#server/platform/jobs/outbox-repo.ts'
import type { JobHandler } from '#server/platform/jobs/outbox-worker.ts'
import { hastenBackup } from './backup-repo.ts'
import {
  type Delivery,
  findDeliveryAcrossOrgs,
  listOtherMessageIds,
  settleAccepted,
  settleFailed,
  startSending,
  undoSending,
} from './delivery-repo.ts'
import type { OtpDependencies } from './otp-dependencies.ts'
import { type OtpSender, type Refusal, refused, type SendOutcome } from './senders/otp-sender.ts'

const longestWait = 30 * second

/**
 * The job that brings a code to its recipient. The code is made here and lives until the sender has
 * it; only its hash is kept, and before it is handed over. So a challenge with a hash that nobody is
 * sending was interrupted, and is never sent again: a report, its recipient or the provider tells what
 * became of it.
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
    const sender = dependencies.findSender(found.senderSettings, found.channel)
    if (found.codeHash !== null) return resume(context, job, found, sender)
    // Replaced by a newer one before it was its turn: its reason stays, only the hold goes back.
    if (found.state !== 'created') return settleAs(context, job, refused('undeliverable'))
    if (sender === undefined || clock.now() >= found.expiresAt) {
      return settleAs(context, job, refused('provider-down'))
    }
    return deliver(context, dependencies, job, found, sender)
  }

const toSettlement = ({ clock, newId }: Context, { id, subjectId }: Job) => ({
  challengeId: subjectId,
  entryId: newId(),
  jobId: id,
  now: clock.now(),
})

const settleAs = async (context: Context, job: Job, { failure, providerCode }: Refusal) => {
  await settleFailed(context.db, { ...toSettlement(context, job), failure, providerCode })
  await hastenBackup(context.db, job.subjectId, context.clock.now())
  return 'removed' as const
}

const settleAsAccepted = async (context: Context, job: Job, providerMessageId: string | null) => {
  await settleAccepted(context.db, { ...toSettlement(context, job), providerMessageId })
  return 'removed' as const
}

/** Finds out what became of a message whose sending was cut short. */
const resume = async (
  context: Context,
  job: Job,
  delivery: Delivery,
  sender: OtpSender | undefined,
) => {
  const { id, recipient, createdAt, expiresAt, state, providerMessageId } = delivery
  // A report has told of it, or somebody has entered its code: it did go out.
  if (providerMessageId !== null || state === 'verified' || state === 'delivered') {
    return settleAsAccepted(context, job, providerMessageId)
  }
  const otherMessageIds = await listOtherMessageIds(context.db, delivery)
  const asked = { challengeId: id, recipient, createdAt, otherMessageIds }
  const known = (await sender?.lookUp(asked).catch(() => undefined)) ?? { outcome: 'unknown' }
  if (known.outcome === 'accepted') return settleAsAccepted(context, job, known.providerMessageId)
  const now = context.clock.now()
  const isGivenUp = now >= expiresAt + (sender?.reportsWithin ?? 0)
  if (known.outcome === 'not-accepted' || isGivenUp) {
    return settleAs(context, job, refused('unknown-outcome'))
  }
  return { tryAgainAt: now + minute, reason: 'it is not known whether the provider took it' }
}

/** How long to wait after a refusal for now; a limit per recipient takes longer to pass. */
const waitAfter = (failure: SendFailure, attempts: number): number =>
  Math.min(longestWait, second * (failure === 'recipient-busy' ? 4 : 2) ** (attempts - 1))

const deliver = async (
  context: Context,
  { codeHash, fillRandom, logger, telemetry }: OtpDependencies,
  job: Job,
  delivery: Delivery,
  sender: OtpSender,
): ReturnType<JobHandler> => {
  const { db, clock } = context
  const { id, digits, expiresAt, ...message } = delivery
  const code = generateCode(digits, fillRandom)
  if (!(await startSending(db, id, await codeHash(id, code)))) {
    return settleAs(context, job, refused('undeliverable'))
  }
  const remainingSeconds = Math.ceil((expiresAt - clock.now()) / second)
  const outcome = await sender
    .send({ ...message, challengeId: id, code, remainingSeconds })
    .catch((error: unknown): SendOutcome => {
      logger.error({ err: error, challengeId: id }, 'a sender failed')
      return { outcome: 'unknown', reason: 'the sender failed' }
    })
  const answer = outcome.outcome === 'refused' ? outcome.failure : outcome.outcome
  telemetry.send(delivery.channel, answer)
  if (outcome.outcome === 'accepted') {
    return settleAsAccepted(context, job, outcome.providerMessageId)
  }
  if (outcome.outcome === 'unknown') {
    logger.warn({ challengeId: id, reason: outcome.reason }, 'a send has an unknown outcome')
    return { tryAgainAt: clock.now() + 2 * second, reason: outcome.reason }
  }
  const { failure, providerCode } = outcome
  const remedy = remedyFor(failure)
  const { channel } = delivery
  if (remedy === 'tell-admin' || remedy === 'our-bug') {
    logger.error({ challengeId: id, channel, failure, providerCode }, 'a sender needs care')
  }
  if (remedy !== 'retry') return settleAs(context, job, outcome)
  await undoSending(db, id)
  const tryAgainAt = Math.min(clock.now() + waitAfter(failure, job.attempts), expiresAt)
  return { tryAgainAt, reason: `${failure} ${providerCode ?? ''}`.trim() }
}
