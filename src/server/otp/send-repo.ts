import { type SQL, sql } from 'drizzle-orm'
import type { Answers } from '#domain/components/answer.ts'
import { hour } from '#domain/shared/clock.ts'
import type { OtpPolicy } from '#domain/otp/otp-policy.ts'
import type { PastSend, PastSends } from '#domain/otp/send-limits.ts'
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

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

/** Without its last four digits, a number is one of a block that one party may own. */
const isSameBlock = (recipient: string) => {
  const block = recipient.slice(0, -4)
  return sql`recipient between ${`${block}0000`} and ${`${block}9999`}`
}

/** The sends that count against another one. */
export const findPastSends = async (
  tx: Database,
  { organizationId, workerId, recipient, now }: SendAttempt,
  limits: OtpPolicy['sendsPerHour'],
): Promise<PastSends> => {
  const epochMs = sql`(extract(epoch from created_at) * 1000)::float8`
  const ofOrganisation = sql`organization_id = ${organizationId}`
  const withinAnHour = sql`created_at > ${iso(now - hour)}`
  const nthNewest = (condition: SQL, limit: number) => sql`(
    select ${epochMs} from otp_challenges
    where ${condition} and ${withinAnHour}
    order by created_at desc offset ${limit - 1} limit 1
  )`
  const isPhone = recipient.startsWith('+')
  const [row] = await queryRows<PastSends['usedUpAt'] & { toRecipient: PastSend[] }>(
    tx,
    sql`
      select
        (
          select coalesce(jsonb_agg(jsonb_build_object(
            'at', ${epochMs}, 'taskId', task_id, 'componentId', component_id,
            'state', state, 'attempts', attempts
          ) order by created_at desc), '[]')
          from otp_challenges
          where ${ofOrganisation} and recipient = ${recipient} and ${withinAnHour}
        ) as "toRecipient",
        ${nthNewest(ofOrganisation, limits.organisation)} as organisation,
        ${nthNewest(sql`worker_id = ${workerId}`, limits.worker)} as worker,
        ${
          isPhone
            ? nthNewest(sql`${ofOrganisation} and ${isSameBlock(recipient)}`, limits.prefix)
            : sql`null::float8`
        } as prefix`,
  )
  if (row === undefined) throw new Error('a select without a row')
  const { toRecipient, ...usedUpAt } = row
  return { toRecipient, usedUpAt }
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
