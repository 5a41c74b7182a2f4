import { and, eq, inArray, sql } from 'drizzle-orm'
import type { OtpAnswer } from '#domain/components/answer.ts'
import type { Channel } from '#domain/otp/channel.ts'
import { stateAfter, statesBefore } from '#domain/otp/otp-challenge.ts'
import type { Database } from '#server/platform/db/database.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { otpChallenges } from '#server/platform/db/tables/otp-tables.ts'
import { canHappen } from './challenge-repo.ts'

/** A step of a task, and the worker who does it. */
export interface Step {
  organizationId: string
  workerId: string
  taskId: string
  componentId: string
}

/** A try that has been counted and may now be compared. */
export interface CountedAttempt {
  id: string
  codeHash: string
  channel: Channel
  maskedRecipient: string
  attemptsLeft: number
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

/**
 * Counts a try, in one statement and before anything is compared, so that no number of parallel
 * guesses wins an extra one. Nothing when there is no code that could still be entered.
 */
export const countAttempt = async (
  db: Database,
  { organizationId, workerId, taskId, componentId }: Step,
  now: number,
): Promise<CountedAttempt | undefined> => {
  const [row] = await queryRows<CountedAttempt>(
    db,
    sql`
      update otp_challenges set attempts = attempts + 1
      where task_id = ${taskId} and component_id = ${componentId}
        and organization_id = ${organizationId} and worker_id = ${workerId}
        and ${canHappen('verify')} and code_hash is not null
        and expires_at > ${iso(now)} and attempts < maximum_attempts
        and exists (
          select from tasks t
          where t.id = otp_challenges.task_id and t.assignee_id = ${workerId} and t.status <> 'done'
        )
      returning id, code_hash as "codeHash", channel,
        masked_recipient as "maskedRecipient", maximum_attempts - attempts as "attemptsLeft"`,
  )
  return row
}

/** Makes the challenge verified and writes the answer of its step. Whether it was the first to do so. */
export const verifyChallenge = async (
  db: Database,
  challengeId: string,
  answer: OtpAnswer,
  { workerId, now }: { workerId: string; now: number },
): Promise<boolean> => {
  const rows = await queryRows(
    db,
    sql`
      with won as (
        update otp_challenges set state = ${stateAfter('verify')}, verified_at = ${iso(now)}
        where id = ${challengeId} and ${canHappen('verify')}
        returning task_id, component_id
      )
      insert into task_answers (task_id, component_id, value, answered_by, answered_at)
      select task_id, component_id, ${JSON.stringify(answer)}::jsonb, ${workerId},
        ${iso(now)}::timestamptz
      from won
      on conflict (task_id, component_id) do update
        set value = excluded.value, answered_by = excluded.answered_by,
          answered_at = excluded.answered_at
      returning task_id`,
  )
  return rows.length > 0
}

/** Ends a challenge that can no longer be verified. */
export const endChallenge = async (
  db: Database,
  challengeId: string,
  event: 'exhaust' | 'expire',
): Promise<void> => {
  await db
    .update(otpChallenges)
    .set({ state: stateAfter(event) })
    .where(
      and(
        eq(otpChallenges.id, challengeId),
        inArray(otpChallenges.state, [...statesBefore(event)]),
      ),
    )
}
