import type { DeadLetter } from '#contract/dead-letter-contract.ts'
import type { Failure } from '#contract/failure.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { recordAudit } from '#server/audit/audit-service.ts'
import { settleStaleHolds } from '#server/billing/reconcile-service.ts'
import { describeSendsAcrossOrgs, isSendJob } from '#server/otp/dead-send-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import {
  type DeadJob,
  findDeadJob,
  listDeadJobs,
  removeJob,
  reviveJob,
} from '#server/platform/jobs/outbox-repo.ts'
import { formatCursor, parseCursor } from '#server/platform/list-cursor.ts'
import { forgetWebhook, webhookJob } from '#server/webhooks/process-webhooks-service.ts'
import { redact } from './redact.ts'

const kinds: Readonly<Record<string, string>> = {
  [webhookJob]: 'What a provider reported',
  'mail-balance': 'A mail about credit',
  'mail-conversion': 'A mail about few codes being entered',
  'mail-number': 'A mail about a branded number',
}

const toLetters = async (
  context: Pick<Context, 'db' | 'clock'>,
  jobs: readonly DeadJob[],
): Promise<DeadLetter[]> => {
  const challengeIds = jobs.flatMap(({ kind, subjectId }) => (isSendJob(kind) ? [subjectId] : []))
  const sends = await describeSendsAcrossOrgs(context, challengeIds)
  return jobs.map(({ id, kind, subjectId, attempts, createdAt, deadAt, lastError }) => {
    const send = isSendJob(kind)
      ? (sends.get(subjectId) ?? {
          about: 'A code of a task that is gone',
          objection: 'It is gone.',
        })
      : { about: kinds[kind] ?? kind, objection: null }
    return {
      ...{ id, kind, attempts },
      about: send.about,
      createdAt: createdAt.toISOString(),
      givenUpAt: deadAt.toISOString(),
      lastError: redact(lastError ?? 'no reason'),
      retryObjection: send.objection,
    }
  })
}

/** Work of all organisations that was given up, newest first. */
export const listDeadLettersAcrossOrgs = async (
  context: Pick<Context, 'db' | 'clock'>,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Result<{ items: DeadLetter[]; nextCursor: string | null }, Failure>> => {
  const before = parseCursor(cursor)
  if (!before.ok) return before
  const jobs = await listDeadJobs(context.db, limit + 1, before.value)
  const shown = jobs.slice(0, limit)
  const last = jobs.length > limit ? shown.at(-1) : undefined
  return ok({
    items: await toLetters(context, shown),
    nextCursor: last === undefined ? null : formatCursor({ time: last.deadAt, id: last.id }),
  })
}

/** One piece of work that was given up, or why there is none. */
const getDeadLetter = async (
  context: Pick<Context, 'db' | 'clock'>,
  id: string,
): Promise<Result<{ job: DeadJob; letter: DeadLetter }, Failure>> => {
  const job = await findDeadJob(context.db, id)
  const [letter] = job === undefined ? [] : await toLetters(context, [job])
  return job === undefined || letter === undefined
    ? err({ code: 'not-found', detail: 'No work with this id was given up.' })
    : ok({ job, letter })
}

/**
 * Has work tried again that was given up; a send only while its code can still be entered. Without an
 * actor it is whoever has a terminal.
 */
export const retryDeadLetterAcrossOrgs = async (
  context: Context,
  actor: Actor | null,
  id: string,
): Promise<Result<DeadLetter, Failure>> => {
  const found = await getDeadLetter(context, id)
  if (!found.ok) return found
  const { letter } = found.value
  if (letter.retryObjection !== null) {
    return err({ code: 'not-retryable', detail: letter.retryObjection })
  }
  await context.db.transaction(async (tx) => {
    const isOurs = await reviveJob(tx, id, context.clock.now())
    if (!isOurs || actor === null) return
    const event = { action: 'dead-letter.retried', subject: letter.about } as const
    await recordAudit({ ...context, db: tx }, actor, event)
  })
  return ok(letter)
}

/** Forgets work that was given up. The credit that a send holds is settled: it is not sent any more. */
export const dismissDeadLetterAcrossOrgs = async (
  context: Context,
  actor: Actor,
  id: string,
): Promise<Result<null, Failure>> => {
  const found = await getDeadLetter(context, id)
  if (!found.ok) return found
  const { job, letter } = found.value
  if (isSendJob(job.kind) && letter.retryObjection === null) {
    const detail =
      'Its code can still be entered: have it tried again, or wait until it has expired.'
    return err({ code: 'not-dismissable', detail })
  }
  await context.db.transaction(async (tx) => {
    await removeJob(tx, id)
    if (job.kind === webhookJob) await forgetWebhook(tx, job.subjectId)
    const event = { action: 'dead-letter.dismissed', subject: letter.about } as const
    await recordAudit({ ...context, db: tx }, actor, event)
  })
  if (isSendJob(job.kind)) await settleStaleHolds(context)
  return ok(null)
}
