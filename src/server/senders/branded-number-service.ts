import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type { BrandedNumber, brandedNumberRequestSchema } from '#contract/sender-contract.ts'
import { type BrandedNumberStep, findNextState } from '#domain/otp/branded-number.ts'
import { parsePhoneNumber } from '#domain/otp/recipient.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { recordAudit } from '#server/audit/audit-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { inTransaction } from '#server/platform/db/in-transaction.ts'
import {
  findNumber,
  insertNumberEvent,
  listNumberEvents,
  lockNumber,
  replaceRequest,
} from './branded-number-repo.ts'
import { mailNumberEvent } from './number-mail-service.ts'
import { changeSenderSettings, getSenderSettings } from './sender-settings-service.ts'
import { toBrandedNumber } from './to-branded-number.ts'

/** The number of the actor's organisation; null where none was ever asked for. */
export const findBrandedNumber = async (
  { db }: Pick<Context, 'db'>,
  { organizationId }: Actor,
): Promise<BrandedNumber | null> => {
  const found = await findNumber(db, organizationId)
  if (found === undefined) return null
  return toBrandedNumber(found.number, await listNumberEvents(db, [organizationId]))
}

/**
 * Writes down what was done about the number of an organisation, in its history and its audit trail,
 * and has those told who wait for it.
 */
export const recordStep = async (
  context: Context,
  tx: Database,
  actor: Actor,
  {
    step,
    displayName,
    note = '',
  }: { step: BrandedNumberStep; displayName: string; note?: string | undefined },
): Promise<void> => {
  const { organizationId, userId: actorId, userName: actorName } = actor
  const id = context.newId()
  await insertNumberEvent(tx, {
    ...{ id, organizationId, step, actorId, actorName, note },
    at: new Date(context.clock.now()),
  })
  await mailNumberEvent(context, tx, { organizationId, id })
  await recordAudit({ ...context, db: tx }, actor, {
    action: `branded-number.${step}`,
    subject: displayName,
    detail: note === '' ? {} : { note },
  })
}

const isOpen = (state: string) =>
  err<Failure>({
    code: 'number-state',
    detail: `A branded number is ${state.replace('-', ' ')} already: an organisation has one.`,
  })

/** Asks for a number of the organisation's own; the platform operator looks at it next. */
export const requestBrandedNumber = async (
  context: Context,
  actor: Actor,
  { fallsBack, phoneNumber, ...request }: z.infer<typeof brandedNumberRequestSchema>,
): Promise<Result<BrandedNumber, Failure>> => {
  const { organizationId } = actor
  const requested = await inTransaction(context.db, async (tx): Promise<Result<null, Failure>> => {
    const inside = { ...context, db: tx }
    const before = await lockNumber(tx, organizationId)
    if (before !== undefined && findNextState(before.state, 'request') === undefined) {
      return isOpen(before.state)
    }
    const isKept = await replaceRequest(tx, {
      ...{ ...request, organizationId },
      phoneNumber: parsePhoneNumber(phoneNumber, null)?.e164 ?? phoneNumber,
      requestedAt: new Date(context.clock.now()),
    })
    if (!isKept) return isOpen('requested')
    const { displayName, reason } = request
    await recordStep(context, tx, actor, { step: 'request', displayName, note: reason })
    const { sandbox } = await getSenderSettings(inside, actor)
    return changeSenderSettings(inside, actor, { sandbox, fallsBack })
  })
  if (!requested.ok) return requested
  const number = await findBrandedNumber(context, actor)
  if (number === null) throw new Error('a request that was not kept')
  return ok(number)
}
