import { sql } from 'drizzle-orm'
import type { Answers } from '#domain/components/answer.ts'
import { toPrefix } from '#domain/otp/number-block.ts'
import type { OtpPolicy } from '#domain/otp/otp-policy.ts'
import type { PastSend, PastSends } from '#domain/otp/send-limits.ts'
import type { SenderSettings } from '#domain/otp/sender-route.ts'
import { hour } from '#domain/shared/clock.ts'
import type { Database } from '#server/platform/db/database.ts'
import { defineStatement } from '#server/platform/db/define-statement.ts'
import { senderSettingsColumn } from '#server/platform/db/sender-settings-column.ts'
import { insertJob, type Job } from '#server/platform/jobs/outbox-repo.ts'
import { type ChallengeRow, canHappen } from './challenge-repo.ts'

/** What a send depends on, read at once. */
export interface SendSubject {
  organizationId: string
  organisationName: string
  status: 'unassigned' | 'ongoing' | 'done'
  assigneeId: string | null
  flowId: string
  flowVersion: number
  homeCountry: string
  otpPolicy: unknown
  senderSettings: SenderSettings
  answers: Answers
  /** Whether a code is under way for the step. */
  hasLive: boolean
}

type Subject = Record<'organizationId' | 'taskId' | 'componentId', string>

const selectSubject = defineStatement<Subject, SendSubject>(
  (value) => sql`
    select o.id as "organizationId", o.name as "organisationName", t.status,
      t.assignee_id as "assigneeId", t.flow_id as "flowId",
      t.flow_version as "flowVersion", o.home_country as "homeCountry",
      o.otp_policy as "otpPolicy",
      ${senderSettingsColumn(sql`o.id`)} as "senderSettings",
      coalesce(
        (select jsonb_object_agg(component_id, value) from task_answers where task_id = t.id),
        '{}'
      ) as answers,
      exists (
        select from otp_challenges
        where task_id = t.id and component_id = ${value('componentId')} and ${canHappen('supersede')}
      ) as "hasLive"
    from tasks t
    join organizations o on o.id = t.organization_id
    where t.id = ${value('taskId')} and t.organization_id = ${value('organizationId')}`,
)

/** A task with its answers and what its organisation says about codes. */
export const findSendSubject = async (
  db: Database,
  { organizationId, taskId, componentId }: Subject,
): Promise<SendSubject | undefined> =>
  (await selectSubject(db, { organizationId, taskId, componentId }))[0]

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

const epochMs = sql`(extract(epoch from created_at) * 1000)::float8`

/** The sends that use up a limit are looked up, not counted: a busy organisation sends thousands. */
const selectPastSends = defineStatement<
  {
    organizationId: string
    workerId: string
    recipient: string
    since: string
    firstOfBlock: string | null
    lastOfBlock: string | null
    organisationLimit: number
    workerLimit: number
    prefixLimit: number
  },
  PastSends['usedUpAt'] & Ordinals & { toRecipient: PastSend[] }
>((value) => {
  const ofOrganisation = sql`organization_id = ${value('organizationId')}`
  const ofWorker = sql`${ofOrganisation} and worker_id = ${value('workerId')}`
  const withinAnHour = sql`created_at > ${value('since')}`
  return sql`
    with organisation as (
      select coalesce(max(organization_ordinal), 0) as newest from otp_challenges
      where ${ofOrganisation}
    ),
    worker as (
      select coalesce(max(worker_ordinal), 0) as newest from otp_challenges where ${ofWorker}
    )
    select
      organisation.newest as "organizationOrdinal",
      worker.newest as "workerOrdinal",
      (
        select coalesce(jsonb_agg(jsonb_build_object(
          'at', ${epochMs}, 'taskId', task_id, 'componentId', component_id,
          'state', state, 'attempts', attempts
        ) order by created_at desc), '[]')
        from otp_challenges
        where ${ofOrganisation} and recipient = ${value('recipient')} and ${withinAnHour}
      ) as "toRecipient",
      (
        select max(${epochMs}) from otp_challenges
        where ${ofOrganisation} and ${withinAnHour}
          and organization_ordinal = organisation.newest - ${value('organisationLimit')}::int + 1
      ) as organisation,
      (
        select max(${epochMs}) from otp_challenges
        where ${ofWorker} and ${withinAnHour}
          and worker_ordinal = worker.newest - ${value('workerLimit')}::int + 1
      ) as worker,
      (
        select ${epochMs} from otp_challenges
        where ${ofOrganisation} and ${withinAnHour}
          and recipient between ${value('firstOfBlock')} and ${value('lastOfBlock')}
        order by created_at desc offset ${value('prefixLimit')}::int - 1 limit 1
      ) as prefix
    from organisation, worker`
})

/** The first and the last number of the block that a recipient is one of; an email address is of none. */
const toBlock = (recipient: string) => {
  const block = toPrefix(recipient)
  return block === undefined
    ? { firstOfBlock: null, lastOfBlock: null }
    : { firstOfBlock: `${block}0000`, lastOfBlock: `${block}9999` }
}

/** The sends that count against another one, and the ordinals that the newest have. */
export const findPastSends = async (
  tx: Database,
  { organizationId, workerId, recipient, now }: SendAttempt,
  limits: OtpPolicy['sendsPerHour'],
): Promise<PastSends & Ordinals> => {
  const [row] = await selectPastSends(tx, {
    ...{ organizationId, workerId, recipient, since: iso(now - hour), ...toBlock(recipient) },
    organisationLimit: limits.organisation,
    workerLimit: limits.worker,
    prefixLimit: limits.prefix,
  })
  if (row === undefined) throw new Error('a select without a row')
  const { toRecipient, organizationOrdinal, workerOrdinal, ...usedUpAt } = row
  return { toRecipient, usedUpAt, organizationOrdinal, workerOrdinal }
}

/** What a challenge is before anything has happened to it. */
const untouched = {
  ...{ state: 'created', attempts: 0, codeHash: null, providerMessageId: null, failureCode: null },
  ...{ sentAt: null, deliveredAt: null, verifiedAt: null, messageStatus: null, providerCode: null },
} as const satisfies Partial<ChallengeRow>

export type NewChallenge = Omit<ChallengeRow, keyof typeof untouched>

type Instants = 'createdAt' | 'expiresAt' | 'resendAt'

const insertWithJob = defineStatement<
  Record<Instants | 'costMicro' | 'jobId' | 'jobKind', string> &
    Omit<NewChallenge, Instants | 'costMicro'> & { attempts: number; leasedUntil: string | null }
>((value) => {
  const job = insertJob({
    ...{ id: value('jobId'), kind: value('jobKind'), subjectId: value('id') },
    attempts: value('attempts'),
    leasedUntil: value('leasedUntil'),
    at: value('createdAt'),
  })
  return sql`
    with job as (${job})
    insert into otp_challenges (
      id, organization_id, task_id, component_id, worker_id, channel, recipient,
      masked_recipient, country, digits, language, state, maximum_attempts, cost_micro, created_at,
      expires_at, resend_at, idempotency_key, organization_ordinal, worker_ordinal
    ) values (
      ${value('id')}, ${value('organizationId')}, ${value('taskId')}, ${value('componentId')},
      ${value('workerId')}, ${value('channel')}, ${value('recipient')},
      ${value('maskedRecipient')}, ${value('country')}, ${value('digits')},
      ${value('language')}, 'created',
      ${value('maximumAttempts')}, ${value('costMicro')}, ${value('createdAt')},
      ${value('expiresAt')}, ${value('resendAt')}, ${value('idempotencyKey')},
      ${value('organizationOrdinal')}, ${value('workerOrdinal')}
    )`
})

/** Keeps a new challenge, and the job that brings its code to the recipient. */
export const insertChallenge = async (
  tx: Database,
  challenge: NewChallenge,
  job: Job,
  leasedUntil: number | null,
): Promise<ChallengeRow> => {
  const { createdAt, expiresAt, resendAt, costMicro } = challenge
  await insertWithJob(tx, {
    ...challenge,
    ...{ jobId: job.id, jobKind: job.kind, attempts: job.attempts },
    leasedUntil: leasedUntil === null ? null : iso(leasedUntil),
    costMicro: String(costMicro),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    resendAt: resendAt.toISOString(),
  })
  return { ...challenge, ...untouched }
}
