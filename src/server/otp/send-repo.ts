import { type SQL, sql } from 'drizzle-orm'
import type { Answers } from '#domain/components/answer.ts'
import type { OtpPolicy } from '#domain/otp/otp-policy.ts'
import type { PastSend, PastSends } from '#domain/otp/send-limits.ts'
import { hour } from '#domain/shared/clock.ts'
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

/** How many sends there were, of the organisation and of the worker in it. */
interface Ordinals {
  organizationOrdinal: number
  workerOrdinal: number
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

/** Without its last four digits, a number is one of a block that one party may own. */
const isSameBlock = (recipient: string) => {
  const block = recipient.slice(0, -4)
  return sql`recipient between ${`${block}0000`} and ${`${block}9999`}`
}

/** The sends that count against another one, and the ordinals that the newest have. */
export const findPastSends = async (
  tx: Database,
  { organizationId, workerId, recipient, now }: SendAttempt,
  limits: OtpPolicy['sendsPerHour'],
): Promise<PastSends & Ordinals> => {
  const epochMs = sql`(extract(epoch from created_at) * 1000)::float8`
  const ofOrganisation = sql`organization_id = ${organizationId}`
  const withinAnHour = sql`created_at > ${iso(now - hour)}`
  const newest = (ordinal: SQL, whose: SQL) =>
    sql`(select max(${ordinal}) from otp_challenges where ${whose})`
  /** Looked up, not counted: a busy organisation sends thousands an hour. */
  const nthNewest = (ordinal: SQL, whose: SQL, limit: number) => sql`(
    select max(${epochMs}) from otp_challenges
    where ${whose} and ${withinAnHour} and ${ordinal} = ${newest(ordinal, whose)} - ${limit - 1}
  )`
  const organisation = [sql`organization_ordinal`, ofOrganisation] as const
  const worker = [sql`worker_ordinal`, sql`${ofOrganisation} and worker_id = ${workerId}`] as const
  const isPhone = recipient.startsWith('+')
  const [row] = await queryRows<PastSends['usedUpAt'] & Ordinals & { toRecipient: PastSend[] }>(
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
        coalesce(${newest(...organisation)}, 0) as "organizationOrdinal",
        coalesce(${newest(...worker)}, 0) as "workerOrdinal",
        ${nthNewest(...organisation, limits.organisation)} as organisation,
        ${nthNewest(...worker, limits.worker)} as worker,
        ${
          isPhone
            ? sql`(
                select ${epochMs} from otp_challenges
                where ${ofOrganisation} and ${isSameBlock(recipient)} and ${withinAnHour}
                order by created_at desc offset ${limits.prefix - 1} limit 1
              )`
            : sql`null::float8`
        } as prefix`,
  )
  if (row === undefined) throw new Error('a select without a row')
  const { toRecipient, organizationOrdinal, workerOrdinal, ...usedUpAt } = row
  return { toRecipient, usedUpAt, organizationOrdinal, workerOrdinal }
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
