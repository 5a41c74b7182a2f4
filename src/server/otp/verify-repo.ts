import { and, eq, inArray, sql } from 'drizzle-orm'
import type { OtpAnswer } from '#domain/components/answer.ts'
import type { Channel } from '#domain/otp/channel.ts'
import { stateAfter, statesBefore } from '#domain/otp/otp-challenge.ts'
import type { Database } from '#server/platform/db/database.ts'
import { defineStatement } from '#server/platform/db/define-statement.ts'
import { otpChallenges } from '#server/platform/db/tables/otp-tables.ts'
import { becomes, canHappen } from './challenge-repo.ts'

/** A step of a task, and the worker who does it. */
export interface Step {
  organizationId: string
  workerId: string
  taskId: string
  componentId: string
}

/** A challenge whose code can be entered. */
export interface OpenChallenge {
  id: string
  channel: Channel
  maskedRecipient: string
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

const selectOpen = defineStatement<Record<keyof Step, string>, OpenChallenge>(
  (value) => sql`
    select id, channel, masked_recipient as "maskedRecipient"
    from otp_challenges
    where task_id = ${value('taskId')} and component_id = ${value('componentId')}
      and organization_id = ${value('organizationId')} and worker_id = ${value('workerId')}
      and ${canHappen('verify')}`,
)

/** The challenge of a step whose code the worker may enter; a step has at most one. */
export const findOpenChallenge = async (
  db: Database,
  { organizationId, workerId, taskId, componentId }: Step,
): Promise<OpenChallenge | undefined> =>
  (await selectOpen(db, { organizationId, workerId, taskId, componentId }))[0]

/** What became of a try. */
export interface Try {
  isRight: boolean
  attemptsLeft: number
}

const count = defineStatement<
  Record<'id' | 'organizationId' | 'workerId' | 'codeHash' | 'answer' | 'now', string>,
  Try
>(
  (value) => sql`
    with tried as (
      update otp_challenges set
        attempts = attempts + 1,
        state = case
          when code_hash = ${value('codeHash')} then ${becomes('verify')}
          when attempts + 1 = maximum_attempts then ${becomes('exhaust')}
          else state
        end,
        verified_at = case when code_hash = ${value('codeHash')} then ${value('now')}::timestamptz end
      where id = ${value('id')} and organization_id = ${value('organizationId')}
        and worker_id = ${value('workerId')}
        and ${canHappen('verify')} and code_hash is not null
        and expires_at > ${value('now')} and attempts < maximum_attempts
        and exists (
          select from tasks t
          where t.id = otp_challenges.task_id and t.assignee_id = ${value('workerId')}
            and t.status <> 'done'
        )
      returning task_id, component_id, verified_at, maximum_attempts - attempts as left
    ),
    answered as (
      insert into task_answers (task_id, component_id, value, answered_by, answered_at)
      select task_id, component_id, ${value('answer')}::jsonb, ${value('workerId')}, verified_at
      from tried where verified_at is not null
      on conflict (task_id, component_id) do update
        set value = excluded.value, answered_by = excluded.answered_by,
          answered_at = excluded.answered_at
    )
    select verified_at is not null as "isRight", tried.left as "attemptsLeft" from tried`,
)

/**
 * Counts a try, compares, and for the right code makes the challenge verified and writes the answer of
 * its step: all in one statement, so that no number of parallel guesses wins an extra one, and one of
 * many right ones at most succeeds. Nothing when no code can be entered any more.
 *
 * Both sides are HMACs under the server's key: how long their comparison takes says nothing of a code.
 */
export const tryCode = async (
  db: Database,
  { organizationId, workerId }: Step,
  challengeId: string,
  codeHash: string,
  { answer, now }: { answer: OtpAnswer; now: number },
): Promise<Try | undefined> => {
  const [tried] = await count(db, {
    ...{ id: challengeId, organizationId, workerId, codeHash, now: iso(now) },
    answer: JSON.stringify(answer),
  })
  return tried
}

/** Notes that the time of a challenge is over. */
export const expireChallenge = async (db: Database, challengeId: string): Promise<void> => {
  await db
    .update(otpChallenges)
    .set({ state: stateAfter('expire') })
    .where(
      and(
        eq(otpChallenges.id, challengeId),
        inArray(otpChallenges.state, [...statesBefore('expire')]),
      ),
    )
}
