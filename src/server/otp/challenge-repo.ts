import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import {
  type ChallengeEvent,
  type ChallengeState,
  stateAfter,
  statesBefore,
} from '#domain/otp/otp-challenge.ts'
import type { Database } from '#server/platform/db/database.ts'
import { defineStatement } from '#server/platform/db/define-statement.ts'
import { otpChallenges } from '#server/platform/db/tables/otp-tables.ts'

export type ChallengeRow = typeof otpChallenges.$inferSelect

/** States as literals: an index of live challenges is of use only to a query that names them. */
const listStates = (states: readonly ChallengeState[]): SQL =>
  sql.raw(states.map((state) => `'${state}'`).join(', '))

/** In hand-written SQL: whether an event can happen to the challenge at hand. */
export const canHappen = (event: ChallengeEvent): SQL =>
  sql`otp_challenges.state in (${listStates(statesBefore(event))})`

/** In hand-written SQL: the state that an event leads to. */
export const becomes = (event: ChallengeEvent): SQL => listStates([stateAfter(event)])

const findOne = async (
  db: Database,
  condition: SQL | undefined,
): Promise<ChallengeRow | undefined> => {
  const [row] = await db
    .select()
    .from(otpChallenges)
    .where(condition)
    .orderBy(desc(otpChallenges.createdAt), desc(otpChallenges.id))
    .limit(1)
  return row
}

/** The challenge that a request with this `Idempotency-Key` made. */
export const findByIdempotencyKey = (db: Database, organizationId: string, key: string) =>
  findOne(
    db,
    and(eq(otpChallenges.organizationId, organizationId), eq(otpChallenges.idempotencyKey, key)),
  )

/** The newest challenge of a step that a worker asked for. */
export const findNewestOfWorker = (
  db: Database,
  step: { organizationId: string; workerId: string; taskId: string; componentId: string },
) =>
  findOne(
    db,
    and(
      eq(otpChallenges.organizationId, step.organizationId),
      eq(otpChallenges.workerId, step.workerId),
      eq(otpChallenges.taskId, step.taskId),
      eq(otpChallenges.componentId, step.componentId),
    ),
  )

/** All challenges of a task, newest first. */
export const listChallenges = (db: Database, organizationId: string, taskId: string) =>
  db
    .select()
    .from(otpChallenges)
    .where(and(eq(otpChallenges.organizationId, organizationId), eq(otpChallenges.taskId, taskId)))
    .orderBy(desc(otpChallenges.createdAt), desc(otpChallenges.id))

/** The verified challenges of a task. */
export const listVerifiedChallenges = (db: Database, taskId: string) =>
  db
    .select({
      id: otpChallenges.id,
      componentId: otpChallenges.componentId,
      recipient: otpChallenges.recipient,
    })
    .from(otpChallenges)
    .where(and(eq(otpChallenges.taskId, taskId), eq(otpChallenges.state, 'verified')))

const endLive = defineStatement<{ taskId: string; componentIds: string; now: string }>(
  (value) => sql`
    update otp_challenges
    set state = case when expires_at <= ${value('now')} then 'expired' else 'superseded' end
    where task_id = ${value('taskId')} and ${canHappen('supersede')}
      and component_id in (select jsonb_array_elements_text(${value('componentIds')}::jsonb))`,
)

/** Ends the live challenges of some steps, as a newer code or another recipient takes over. */
export const supersedeLive = async (
  tx: Database,
  taskId: string,
  componentIds: readonly string[],
  now: number,
): Promise<void> => {
  const at = new Date(now).toISOString()
  await endLive(tx, { taskId, componentIds: JSON.stringify(componentIds), now: at })
}
