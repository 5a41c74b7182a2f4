import { and, desc, eq, lte, type SQL, sql } from 'drizzle-orm'
import type { SandboxOutcome, SandboxRule } from '#contract/sandbox-contract.ts'
import type { Database } from '#server/platform/db/database.ts'
import { defineStatement } from '#server/platform/db/define-statement.ts'
import {
  otpChallenges,
  sandboxMessages,
  sandboxRules,
} from '#server/platform/db/tables/otp-tables.ts'
import type { ListCursor } from '#server/platform/list-cursor.ts'

/** The recipient of a rule that concerns everybody. */
const everybody = '*'

export type NewSandboxMessage = Omit<typeof sandboxMessages.$inferInsert, 'outcome' | 'createdAt'>

type MessageText = Exclude<keyof NewSandboxMessage, 'subject'>

const insertByRule = defineStatement<
  Record<MessageText | 'now' | 'slowUntil', string> & { subject: string | null },
  { outcome: SandboxOutcome }
>(
  (value) => sql`
    with hurry as materialized (select set_config('synchronous_commit', 'off', true)),
    rule as (
      select outcome from sandbox_rules
      where organization_id = ${value('organizationId')}
        and recipient in (${value('recipient')}, ${sql.raw(`'${everybody}'`)})
        and (outcome <> 'not-on-whatsapp' or ${value('channel')} = 'whatsapp')
      order by recipient = ${sql.raw(`'${everybody}'`)}
      limit 1
    ),
    decided as (select coalesce((select outcome from rule), 'delivered') as outcome),
    kept as (
      insert into sandbox_messages (
        id, organization_id, challenge_id, channel, recipient, sender, subject, text, code,
        outcome, created_at
      )
      select ${value('id')}, ${value('organizationId')}, ${value('challengeId')},
        ${value('channel')}, ${value('recipient')}, ${value('sender')}, ${value('subject')},
        ${value('text')}, ${value('code')}, outcome,
        case when outcome = 'slow' then ${value('slowUntil')}::timestamptz
          else ${value('now')}::timestamptz end
      from decided, hurry where outcome in ('delivered', 'slow')
      on conflict (challenge_id) do nothing
    )
    select outcome from decided`,
)

/**
 * Keeps a message, unless a rule says that it does not get that far; a slow one arrives later. Answers
 * what the rule says, the one for the recipient before the one for everybody. The commit need not wait
 * for the disk: who asked for it notes next, in a commit that does, that the message was accepted.
 */
export const insertMessageByRule = async (
  db: Database,
  message: NewSandboxMessage,
  { now, slowUntil }: { now: number; slowUntil: number },
): Promise<SandboxOutcome> => {
  const [row] = await insertByRule(db, {
    ...{ ...message, subject: message.subject ?? null },
    now: new Date(now).toISOString(),
    slowUntil: new Date(slowUntil).toISOString(),
  })
  if (row === undefined) throw new Error('a select without a row')
  return row.outcome
}

/** The id of the message of a challenge. */
export const findMessageIdAcrossOrgs = async (
  db: Database,
  challengeId: string,
): Promise<string | undefined> => {
  const [row] = await db
    .select({ id: sandboxMessages.id })
    .from(sandboxMessages)
    .where(eq(sandboxMessages.challengeId, challengeId))
  return row?.id
}

const arrived = (organizationId: string, now: number): SQL | undefined =>
  and(
    eq(sandboxMessages.organizationId, organizationId),
    lte(sandboxMessages.createdAt, new Date(now)),
  )

/** The messages that have arrived, newest first. */
export const listMessages = (
  db: Database,
  organizationId: string,
  query: {
    recipient: string | undefined
    after: ListCursor | undefined
    limit: number
    now: number
  },
) =>
  db
    .select()
    .from(sandboxMessages)
    .where(
      and(
        arrived(organizationId, query.now),
        query.recipient === undefined ? undefined : eq(sandboxMessages.recipient, query.recipient),
        query.after &&
          sql`(${sandboxMessages.createdAt}, ${sandboxMessages.id}) <
            (${query.after.time.toISOString()}::timestamptz, ${query.after.id})`,
      ),
    )
    .orderBy(desc(sandboxMessages.createdAt), desc(sandboxMessages.id))
    .limit(query.limit)

/** One message that has arrived. */
export const findMessage = async (
  db: Database,
  organizationId: string,
  messageId: string,
  now: number,
) => {
  const [row] = await db
    .select()
    .from(sandboxMessages)
    .where(and(arrived(organizationId, now), eq(sandboxMessages.id, messageId)))
  return row
}

/** Notes what became of a message. */
export const setOutcome = async (
  db: Database,
  messageId: string,
  outcome: SandboxOutcome,
): Promise<void> => {
  await db.update(sandboxMessages).set({ outcome }).where(eq(sandboxMessages.id, messageId))
}

/** Empties the inbox of an organisation. */
export const deleteMessages = async (db: Database, organizationId: string): Promise<void> => {
  await db.delete(sandboxMessages).where(eq(sandboxMessages.organizationId, organizationId))
}

/** The challenges whose message has arrived without that being known yet. */
export const listUnreportedAcrossOrgs = async (db: Database, now: number): Promise<string[]> => {
  const rows = await db
    .select({ challengeId: sandboxMessages.challengeId })
    .from(otpChallenges)
    .innerJoin(sandboxMessages, eq(sandboxMessages.challengeId, otpChallenges.id))
    .where(and(eq(otpChallenges.state, 'sent'), lte(sandboxMessages.createdAt, new Date(now))))
    .limit(500)
  return rows.map(({ challengeId }) => challengeId)
}

/** The rules of an organisation. */
export const listRules = async (db: Database, organizationId: string): Promise<SandboxRule[]> => {
  const rows = await db
    .select()
    .from(sandboxRules)
    .where(eq(sandboxRules.organizationId, organizationId))
    .orderBy(sandboxRules.recipient)
  return rows.map(({ recipient, outcome }) => ({
    recipient: recipient === everybody ? null : recipient,
    outcome: outcome as SandboxOutcome,
  }))
}

/** Puts other rules in the place of an organisation's. */
export const replaceRules = async (
  tx: Database,
  organizationId: string,
  rules: readonly SandboxRule[],
): Promise<void> => {
  await tx.delete(sandboxRules).where(eq(sandboxRules.organizationId, organizationId))
  if (rules.length === 0) return
  await tx.insert(sandboxRules).values(
    rules.map(({ recipient, outcome }) => ({
      organizationId,
      recipient: recipient ?? everybody,
      outcome,
    })),
  )
}
