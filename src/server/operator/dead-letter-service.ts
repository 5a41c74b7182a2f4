import type { DeadLetter } from '#contract/dead-letter-contract.ts'
import type { Failure } from '#contract/failure.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { recordAudit } from '#server/audit/audit-service.ts'
import { describeSendsAcrossOrgs, isSendJob } from '#server/otp/dead-send-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import {
  type DeadJob,
  findDeadJob,
  listDeadJobs,
  reviveJob,
} from '#server/platform/jobs/outbox-repo.ts'
import { formatCursor, parseCursor } from '#server/platform/list-cursor.ts'
import { redact } from './redact.ts'

const kinds: Readonly<Record<string, string>> = {
  'webhook.process': 'What a provider reported',
  'mail-balance': 'A mail about credit',
  'mail-conversion': 'A mail about few codes being entered',
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

/** Has work tried again that was given up; a send only while its code can still be entered. */
export const retryDeadLetterAcrossOrgs = async (
  context: Context,
  actor: Actor | null,
  id: string,
): Promise<Result<DeadLetter, Failure>> => {
  const job = await findDeadJob(context.db, id)
  const [letter] = job === undefined ? [] : await toLetters(context, [job])
  if (letter === undefined) {
    return err({ code: 'not-found', detail: 'No work with this id was given up.' })
  }
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
