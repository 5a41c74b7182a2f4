import type { Failure } from '#contract/failure.ts'
import type { Challenge } from '#contract/otp-contract.ts'
import type { OtpComponent } from '#domain/components/otp/otp-schema.ts'
import { type Channel, channelLabels } from '#domain/otp/channel.ts'
import type { MessageLanguage } from '#domain/otp/message-language.ts'
import { countUnits } from '#domain/otp/message-units.ts'
import { type OtpPolicy, resolvePolicy } from '#domain/otp/otp-policy.ts'
import {
  countWrongCodes,
  findResendWait,
  findSendWait,
  type PastSends,
  type WantedSend,
} from '#domain/otp/send-limits.ts'
import { isOverCap, startOfDay, untilNextDay } from '#domain/otp/spend-cap.ts'
import { minute, second } from '#domain/shared/clock.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { holdCredit, sumHeldSince } from '#server/billing/ledger-service.ts'
import {
  explainObjection,
  type PricedRecipient,
  priceRecipient,
} from '#server/billing/price-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { inTransaction } from '#server/platform/db/in-transaction.ts'
import { enqueue, type Job } from '#server/platform/jobs/outbox-repo.ts'
import type { OutboxWorker } from '#server/platform/jobs/outbox-worker.ts'
import { getPublishedFlow, type PublishedFlow } from '#server/tasks/document-service.ts'
import { type ChallengeRow, findByIdempotencyKey, supersedeLive } from './challenge-repo.ts'
import type { FindSender } from './otp-dependencies.ts'
import { backupJob, sendJob } from './send-job-service.ts'
import { findPastSends, findSendSubject, insertChallenge, type SendSubject } from './send-repo.ts'
import { toChallenge } from './to-challenge.ts'

export interface SendInput {
  taskId: string
  componentId: string
  useBackupChannel: boolean
  idempotencyKey: string | undefined
}

/** What sending needs besides the context. */
export interface SendDependencies {
  findSender: FindSender
  worker: Pick<OutboxWorker, 'beginAfter'>
}

/** A send that is decided on but for limits and credit. */
interface Plan extends PricedRecipient {
  otp: OtpComponent
  channel: Channel
  policy: OtpPolicy
  language: MessageLanguage
  /** Whether a code is under way that the new one replaces. */
  replaces: boolean
}

const fail = (code: Failure['code'], detail: string, more: Partial<Failure> = {}) =>
  err<Failure>({ code, detail, ...more })

const toSeconds = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / second))

/** Whether the actor may have codes sent for a task: only who does it. */
const checkTask = (
  subject: SendSubject | undefined,
  actor: Actor,
): Result<SendSubject, Failure> => {
  if (subject === undefined) return fail('not-found', 'There is no such task.')
  if (subject.assigneeId !== actor.userId) {
    return actor.role === 'field_user'
      ? fail('not-found', 'There is no such task.')
      : fail('forbidden', 'Only the worker to whom the task is assigned can have codes sent.')
  }
  if (subject.status === 'done') {
    return fail('task-done', 'This task is done and can no longer change.')
  }
  return ok(subject)
}

const chooseChannel = (
  otp: OtpComponent,
  useBackup: boolean,
  policy: OtpPolicy,
): Result<Channel, Failure> => {
  const channel = useBackup ? otp.backupChannel : otp.channel
  if (channel === null) {
    return fail('otp-channel-unavailable', 'This step has no backup channel.')
  }
  return policy.allowedChannels.includes(channel)
    ? ok(channel)
    : fail('otp-channel-not-allowed', `The OTP policy does not allow ${channelLabels[channel]}.`)
}

/** How a national number in the recipient field is read; stored answers are international already. */
const findDefaultCountry = ({ components }: PublishedFlow, otp: OtpComponent): string | null => {
  const field = components.get(otp.recipientField ?? '')
  return field?.type === 'input' ? field.defaultCountry : null
}

/** Decides whom to send to, over which channel and at which price. */
const planSend = async (
  context: Context,
  subject: SendSubject,
  input: SendInput,
  findSender: FindSender,
): Promise<Result<Plan, Failure>> => {
  const flow = await getPublishedFlow(context, subject.flowId, subject.flowVersion)
  const otp = flow.components.get(input.componentId)
  if (otp?.type !== 'otp') return fail('not-found', 'There is no such OTP step in this task.')
  if (Object.hasOwn(subject.answers, otp.id)) {
    return fail('otp-already-verified', 'This step is verified already.')
  }
  const policy = resolvePolicy(subject.otpPolicy, subject.homeCountry)
  const channel = chooseChannel(otp, input.useBackupChannel, policy)
  if (!channel.ok) return channel
  if (findSender(subject.senderSettings, channel.value) === undefined) {
    const label = channelLabels[channel.value]
    return fail('otp-channel-unavailable', `No sender for ${label} is set up. Tell your admin.`)
  }
  const { validityMinutes, smsAutofillDomain } = policy
  const { language } = flow.document.settings
  const priced = await priceRecipient(context, policy, {
    channel: channel.value,
    recipient: String(subject.answers[otp.recipientField ?? ''] ?? ''),
    defaultCountry: findDefaultCountry(flow, otp),
    units: countUnits(channel.value, {
      ...{ digits: otp.digits, organisationName: subject.organisationName },
      ...{ validityMinutes, language, autofillDomain: smsAutofillDomain },
    }),
  })
  if (!priced.ok) return priced
  const objection = explainObjection(priced.value)
  if (objection !== undefined) return objection
  const replaces = subject.hasLive
  return ok({ ...priced.value, otp, channel: channel.value, policy, language, replaces })
}

/** How many tries a new code may have, if it may be sent at all. */
const checkLimits = (
  past: PastSends,
  wanted: WantedSend,
  policy: OtpPolicy,
): Result<number, Failure> => {
  const wrong = countWrongCodes(past, wanted.now)
  if (wrong.count >= policy.maximumAttempts) {
    const retryAfter = toSeconds(wrong.countFor)
    const detail = `Too many wrong codes for this recipient. Wait ${Math.ceil(retryAfter / 60)} min.`
    return fail('otp-exhausted', detail, { retryAfter, attemptsLeft: 0 })
  }
  const wait = findSendWait(past, wanted, policy)
  if (wait === undefined) return ok(policy.maximumAttempts - wrong.count)
  const retryAfter = toSeconds(wait.wait)
  return fail('otp-too-many-sends', `Too many codes were sent. Wait ${retryAfter} s.`, {
    retryAfter,
  })
}

/** Whether the day's cap has room for the send that was just held: its own hold counts. */
const checkCap = async (
  tx: Database,
  organizationId: string,
  { dailySpendCap }: OtpPolicy,
  now: number,
): Promise<Result<null, Failure>> => {
  if (dailySpendCap === null) return ok(null)
  const spent = await sumHeldSince(tx, organizationId, startOfDay(now))
  if (!isOverCap(spent, dailySpendCap)) return ok(null)
  return fail(
    'otp-daily-cap',
    `The organisation's spend cap of ${dailySpendCap} credits a day is reached. It begins anew at 00:00 UTC. Tell your admin.`,
    { retryAfter: toSeconds(untilNextDay(now)) },
  )
}

/**
 * The transaction of a send: challenge, hold and job, or nothing. From the hold on, sends of the same
 * organisation stand in line, so that no number of parallel requests gets past a limit.
 */
const commitSend = async (
  tx: Database,
  context: Context,
  actor: Actor,
  input: SendInput,
  plan: Plan,
  leasedUntil: number | null,
): Promise<Result<{ row: ChallengeRow; job: Job }, Failure>> => {
  const { organizationId, userId: workerId } = actor
  const { otp, channel, policy, recipient, creditsMicro, language, replaces } = plan
  const { taskId, idempotencyKey } = input
  const componentId = otp.id
  const now = context.clock.now()
  const id = context.newId()
  const hold = {
    id: context.newId(),
    organizationId,
    amountMicro: creditsMicro,
    challengeId: id,
    description: `${channelLabels[channel]} code to ${recipient.masked}`,
    now,
  }
  const attempt = {
    organizationId,
    workerId,
    taskId,
    componentId,
    recipient: recipient.address,
    now,
  }
  // Where another send comes between, the wait for a resend refuses this one.
  if (replaces) await supersedeLive(tx, taskId, [componentId], now)
  const held = await holdCredit(tx, hold)
  if (!held.ok) return held
  const capped = await checkCap(tx, organizationId, policy, now)
  if (!capped.ok) return capped
  const past = await findPastSends(tx, attempt, policy.sendsPerHour)
  const tries = checkLimits(past, attempt, policy)
  if (!tries.ok) return tries
  const challenge = {
    ...{ id, organizationId, workerId, taskId, componentId, channel },
    recipient: recipient.address,
    maskedRecipient: recipient.masked,
    country: recipient.country,
    digits: otp.digits,
    language,
    maximumAttempts: tries.value,
    costMicro: creditsMicro,
    createdAt: new Date(now),
    expiresAt: new Date(now + policy.validityMinutes * minute),
    resendAt: new Date(now + findResendWait(past, attempt, policy)),
    idempotencyKey: idempotencyKey ?? null,
    organizationOrdinal: past.organizationOrdinal + 1,
    workerOrdinal: past.workerOrdinal + 1,
  }
  if (otp.backupAutomatic && otp.backupChannel !== null && channel === otp.channel) {
    const dueAt = now + otp.backupAfterSeconds * second
    await enqueue(tx, { id: context.newId(), kind: backupJob, subjectId: id, now: dueAt })
  }
  const attempts = leasedUntil === null ? 0 : 1
  const job = { id: context.newId(), kind: sendJob, subjectId: id, attempts }
  return ok({ row: await insertChallenge(tx, challenge, job, leasedUntil), job })
}

const findReplay = async (
  context: Context,
  actor: Actor,
  input: SendInput,
): Promise<Result<Challenge, Failure> | undefined> => {
  if (input.idempotencyKey === undefined) return undefined
  const { db, clock } = context
  const row = await findByIdempotencyKey(db, actor.organizationId, input.idempotencyKey)
  if (row === undefined) return undefined
  return row.taskId === input.taskId &&
    row.componentId === input.componentId &&
    row.workerId === actor.userId
    ? ok(toChallenge(row, clock.now()))
    : fail('idempotency-key-reused', 'This Idempotency-Key was used for another code.')
}

/**
 * Has a code sent for an OTP step. The code itself is made when it is handed to the sender; here it
 * is decided and paid for, all or nothing.
 */
export const sendOtp = async (
  context: Context,
  { findSender, worker }: SendDependencies,
  actor: Actor,
  input: SendInput,
): Promise<Result<Challenge, Failure>> => {
  const replay = await findReplay(context, actor, input)
  if (replay !== undefined) return replay
  const { organizationId } = actor
  const found = await findSendSubject(context.db, { ...input, organizationId })
  const subject = checkTask(found, actor)
  if (!subject.ok) return subject
  const plan = await planSend(context, subject.value, input, findSender)
  if (!plan.ok) return plan
  const sent = await worker.beginAfter((leasedUntil) =>
    inTransaction(context.db, (tx) =>
      commitSend(tx, context, actor, input, plan.value, leasedUntil),
    ),
  )
  if (sent.ok) return ok(toChallenge(sent.value.row, context.clock.now()))
  // The same request, sent twice at once: the other one was first.
  return (await findReplay(context, actor, input)) ?? sent
}
