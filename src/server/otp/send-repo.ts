import { sql } from 'drizzle-orm'
import type { Answers } from '#domain/components/answer.ts'
import { hour } from '#domain/shared/clock.ts'
import { attemptWindow, type OtpPolicy, stepWindow } from '#domain/otp/otp-policy.ts'
import type { PastSends, StepSend } from '#domain/otp/send-limits.ts'
import type { Database } from '#server/platform/db/database.ts'
import { queryRows } from '#server/platform/db/query-rows.ts'
import { otpChallenges } from '#server/platform/db/tables/otp-tables.ts'

/** What a send depends on, read at once. */
export interface SendSubject {
  status: 'unassigned' | 'ongoing' | 'done'
  assigneeId: string | null
  flowId: string
  flowVersion: number
  homeCountry: string
  otpPolicy: unknown
  answers: Answers
}

/** A task with its answers and what its organisation says about codes. */
export const findSendSubject = async (
  db: Database,
  organizationId: string,
  taskId: string,
): Promise<SendSubject | undefined> => {
  const [row] = await queryRows<SendSubject>(
    db,
    sql`
      select t.status, t.assignee_id as "assigneeId", t.flow_id as "flowId",
        t.flow_version as "flowVersion", o.home_country as "homeCountry",
        o.otp_policy as "otpPolicy",
        coalesce(
          (select jsonb_object_agg(component_id, value) from task_answers where task_id = t.id),
          '{}'
        ) as answers
      from tasks t
      join organizations o on o.id = t.organization_id
      where t.id = ${taskId} and t.organization_id = ${organizationId}`,
  )
  return row
}

/** Who wants to send to whom. */
export interface SendAttempt {
  organizationId: string
  workerId: string
  taskId: string
  componentId: string
  recipient: string
  now: number
}

/** What stands in the way of a send, and how many wrong codes the recipient has cost so far. */
export interface SendHistory extends PastSends {
  wrongCodes: number
  /** When the first of the sends was for which wrong codes were entered. */
  wrongSince: number | null
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

/** Without its last four digits, a number is one of a block that one party may own. */
const isSameBlock = (recipient: string) => {
  const block = recipient.slice(0, -4)
  return sql`recipient between ${`${block}0000`} and ${`${block}9999`}`
}

/**
 * The sends that count against another one. Wrong codes count for the recipient, whatever the task,
 * since its last verification: a new code gives no new tries.
 */
export const findSendHistory = async (
  tx: Database,
  attempt: SendAttempt,
  limits: OtpPolicy['sendsPerHour'],
): Promise<SendHistory> => {
  const { organizationId, workerId, taskId, componentId, recipient, now } = attempt
  const epochMs = sql`(extract(epoch from created_at) * 1000)::float8`
  const ofOrganisation = sql`organization_id = ${organizationId}`
  const nthNewest = (condition: ReturnType<typeof sql>, limit: number) => sql`(
    select ${epochMs} from otp_challenges
    where ${condition} and created_at > ${iso(now - hour)}
    order by created_at desc offset ${limit - 1} limit 1
  )`
  const wrong = (aggregate: ReturnType<typeof sql>) => sql`(
    select ${aggregate} from otp_challenges
    where ${ofOrganisation} and recipient = ${recipient} and attempts > 0 and state <> 'verified'
      and created_at > greatest(${iso(now - attemptWindow)}::timestamptz, (
        select max(created_at) from otp_challenges
        where ${ofOrganisation} and recipient = ${recipient} and state = 'verified'
      ))
  )`
  const isPhone = recipient.startsWith('+')
  const [row] = await queryRows<{
    step: StepSend[]
    organisation: number | null
    worker: number | null
    recipient: number | null
    prefix: number | null
    wrongCodes: number
    wrongSince: number | null
  }>(
    tx,
    sql`
      select
        (
          select coalesce(jsonb_agg(jsonb_build_object(
            'at', ${epochMs},
            'delaysResend', component_id = ${componentId} and state not in ('failed', 'verified')
          ) order by created_at desc), '[]')
          from otp_challenges
          where task_id = ${taskId} and recipient = ${recipient}
            and created_at > ${iso(now - stepWindow)}
        ) as step,
        ${nthNewest(ofOrganisation, limits.organisation)} as organisation,
        ${nthNewest(sql`worker_id = ${workerId}`, limits.worker)} as worker,
        ${nthNewest(sql`${ofOrganisation} and recipient = ${recipient}`, limits.recipient)} as recipient,
        ${
          isPhone
            ? nthNewest(sql`${ofOrganisation} and ${isSameBlock(recipient)}`, limits.prefix)
            : sql`null::float8`
        } as prefix,
        ${wrong(sql`coalesce(sum(attempts), 0)::int`)} as "wrongCodes",
        ${wrong(sql`(extract(epoch from min(created_at)) * 1000)::float8`)} as "wrongSince"`,
  )
  if (row === undefined) throw new Error('a select without a row')
  const { step, wrongCodes, wrongSince, ...velocity } = row
  return { step, velocity, wrongCodes, wrongSince }
}

/** Keeps a new challenge. */
export const insertChallenge = async (
  tx: Database,
  challenge: typeof otpChallenges.$inferInsert,
) => {
  const [row] = await tx.insert(otpChallenges).values(challenge).returning()
  if (row === undefined) throw new Error('an insert without a row')
  return row
}
