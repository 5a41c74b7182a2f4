import type { Failure } from '#contract/failure.ts'
import type { SenderSettings } from '#domain/otp/sender-route.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { recordAudit } from '#server/audit/audit-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { inTransaction } from '#server/platform/db/in-transaction.ts'
import { getSettings, upsertSettings } from './sender-settings-repo.ts'

/** What the actor's organisation says about its senders. */
export const getSenderSettings = (
  { db }: Pick<Context, 'db'>,
  { organizationId }: Pick<Actor, 'organizationId'>,
): Promise<SenderSettings & { changedAt: Date | null }> => getSettings(db, organizationId)

/** Turns the sandbox on or off, and lets the official number stand in or not. */
export const changeSenderSettings = (
  context: Context,
  actor: Actor,
  { sandbox, fallsBack }: Pick<SenderSettings, 'sandbox' | 'fallsBack'>,
): Promise<Result<null, Failure>> =>
  inTransaction(context.db, async (tx) => {
    const before = await getSettings(tx, actor.organizationId)
    const isNew = sandbox !== before.sandbox
    if (isNew && sandbox === true && !context.installation.hasSandbox) {
      const detail = 'This installation has no sandbox inbox.'
      const errors = [{ path: 'body.sandbox', code: 'unavailable', message: detail }]
      return err({ code: 'sandbox-unavailable', detail, errors })
    }
    const inside = { ...context, db: tx }
    if (isNew) {
      const sandboxChangedAt = new Date(context.clock.now())
      await upsertSettings(tx, actor.organizationId, { sandbox, sandboxChangedAt })
      await recordAudit(inside, actor, { action: 'senders.sandbox', detail: { on: sandbox } })
    }
    if (fallsBack !== before.fallsBack) {
      await upsertSettings(tx, actor.organizationId, { fallsBack })
      await recordAudit(inside, actor, { action: 'senders.fall-back', detail: { on: fallsBack } })
    }
    return ok(null)
  })

/** Has a new organisation begin in the sandbox, whatever there is to send by. */
export const beginInSandbox = (
  { db }: Pick<Context, 'db'>,
  { organizationId }: Actor,
): Promise<void> => upsertSettings(db, organizationId, { sandbox: true })
