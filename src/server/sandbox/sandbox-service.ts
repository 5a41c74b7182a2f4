import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type {
  SandboxMessage,
  SandboxOutcome,
  SandboxRule,
  sandboxMessageQuery,
} from '#contract/sandbox-contract.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { reportDelivered, reportUndeliverable } from '#server/otp/delivery-report-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { formatCursor, parseCursor } from '#server/platform/list-cursor.ts'
import {
  deleteMessages,
  findMessage,
  listMessages,
  listRules,
  listUnreportedAcrossOrgs,
  replaceRules,
  setOutcome,
} from './sandbox-repo.ts'

const toSandboxMessage = (
  row: NonNullable<Awaited<ReturnType<typeof findMessage>>>,
): SandboxMessage => ({
  id: row.id,
  channel: row.channel,
  recipient: row.recipient,
  sender: row.sender,
  subject: row.subject,
  text: row.text,
  code: row.code,
  outcome: row.outcome as SandboxOutcome,
  createdAt: row.createdAt.toISOString(),
})

/** A page of what the recipients of an organisation got, newest first. */
export const listInbox = async (
  { db, clock }: Context,
  { organizationId }: Actor,
  { recipient, limit, cursor }: z.infer<typeof sandboxMessageQuery>,
): Promise<Result<{ items: SandboxMessage[]; nextCursor: string | null }, Failure>> => {
  const after = parseCursor(cursor)
  if (!after.ok) return after
  const query = { recipient, after: after.value, limit: limit + 1, now: clock.now() }
  const rows = await listMessages(db, organizationId, query)
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return ok({
    items: items.map(toSandboxMessage),
    nextCursor: last ? formatCursor({ time: last.createdAt, id: last.id }) : null,
  })
}

/** Empties the inbox. */
export const emptyInbox = async ({ db }: Context, { organizationId }: Actor) =>
  ok(await deleteMessages(db, organizationId))

/** What becomes of messages from now on. */
export const getRules = async ({ db }: Context, { organizationId }: Actor) => ({
  items: await listRules(db, organizationId),
})

/** Says what becomes of messages from now on; the last rule for a recipient counts. */
export const setRules = async (
  context: Context,
  actor: Actor,
  rules: readonly SandboxRule[],
): Promise<{ items: SandboxRule[] }> => {
  const latest = [...new Map(rules.map((rule) => [rule.recipient, rule])).values()]
  await context.db.transaction((tx) => replaceRules(tx, actor.organizationId, latest))
  return getRules(context, actor)
}

/** Plays the provider's later word about a message that it had accepted. */
export const reportOutcome = async (
  context: Context,
  { organizationId }: Actor,
  { messageId, outcome }: { messageId: string; outcome: 'delivered' | 'undeliverable' },
): Promise<Result<SandboxMessage, Failure>> => {
  const { db, clock } = context
  const message = await findMessage(db, organizationId, messageId, clock.now())
  if (message === undefined) return err({ code: 'not-found', detail: 'There is no such message.' })
  const { challengeId } = message
  if (outcome === 'delivered') {
    await reportDelivered(context, [challengeId])
  } else if (await reportUndeliverable(context, challengeId)) {
    await setOutcome(db, messageId, outcome)
    return ok(toSandboxMessage({ ...message, outcome }))
  }
  return ok(toSandboxMessage(message))
}

/** Plays the provider's word about all messages that have arrived since the last look. */
export const reportArrivalsAcrossOrgs = async (context: Context): Promise<void> => {
  const { db, clock } = context
  await reportDelivered(context, await listUnreportedAcrossOrgs(db, clock.now()))
}
