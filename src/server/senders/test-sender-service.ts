import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type { newSenderTestSchema, SenderTest } from '#contract/sender-contract.ts'
import { formatCredits, parseCredits } from '#domain/billing/credits.ts'
import { channelLabels } from '#domain/otp/channel.ts'
import { fallbackLanguage } from '#domain/otp/message-language.ts'
import { countUsualUnits } from '#domain/otp/message-units.ts'
import { generateCode } from '#domain/otp/otp-code.ts'
import { resolvePolicy } from '#domain/otp/otp-policy.ts'
import { findSenderRoute, type SenderRoute } from '#domain/otp/sender-route.ts'
import { day, minute } from '#domain/shared/clock.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { recordAudit } from '#server/audit/audit-service.ts'
import { getBalanceLevel } from '#server/billing/balance-service.ts'
import { payAtOnce } from '#server/billing/ledger-service.ts'
import {
  explainObjection,
  type PricedRecipient,
  priceRecipient,
} from '#server/billing/price-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { inTransaction } from '#server/platform/db/in-transaction.ts'
import type { SenderDependencies } from './sender-dependencies.ts'
import { getSenderSettings } from './sender-settings-service.ts'
import {
  countTests,
  findTestByKey,
  finishTest,
  getTester,
  insertTest,
  queueTests,
  type SenderTestRow,
} from './sender-test-repo.ts'
import { toSenderTest } from './to-sender-test.ts'

type Input = z.infer<typeof newSenderTestSchema> & { idempotencyKey: string | undefined }

type Tester = Awaited<ReturnType<typeof getTester>>

type Sender = NonNullable<ReturnType<SenderDependencies['findSender']>>

/** A test that is decided on but for limits. */
interface Plan extends PricedRecipient {
  channel: Input['channel']
  route: SenderRoute
  sender: Sender
  tester: Tester
}

const limits = [
  { most: 5, within: 10 * minute, isOfUser: true },
  { most: 20, within: day, isOfUser: false },
]

const fail = (code: Failure['code'], detail: string, more: Partial<Failure> = {}) =>
  err<Failure>({ code, detail, ...more })

/** Decides whom a test goes to, which way and at which price: the sandbox is free. */
const planTest = async (
  context: Context,
  { findSender }: SenderDependencies,
  actor: Actor,
  { channel, recipient }: Input,
): Promise<Result<Plan, Failure>> => {
  const settings = await getSenderSettings(context, actor)
  const route = findSenderRoute(context.installation, settings, channel)
  // Nothing stands in: what is tried is the sender that is asked for.
  const fallsBack = route !== 'branded' && settings.fallsBack
  const sender = findSender({ ...settings, fallsBack }, channel)
  if (route === null || sender === undefined) {
    return fail('otp-channel-unavailable', `No sender for ${channelLabels[channel]} is set up.`)
  }
  const tester = await getTester(context.db, actor)
  const policy = resolvePolicy(tester.otpPolicy, tester.homeCountry)
  const priced = await priceRecipient(context, policy, {
    channel,
    recipient: channel === 'email' ? tester.email : (recipient ?? ''),
    defaultCountry: tester.homeCountry,
    units: countUsualUnits(channel, tester.organisationName, policy),
  })
  if (!priced.ok) return priced
  const objection = explainObjection(priced.value)
  if (objection !== undefined) return objection
  const { creditsMicro } = priced.value
  const costMicro = route === 'sandbox' ? 0n : creditsMicro
  const { available } = await getBalanceLevel(context, actor)
  if (parseCredits(available) < costMicro) {
    const detail = `Not enough OTP credit: this costs ${formatCredits(costMicro)}.`
    return fail('otp-insufficient-balance', detail)
  }
  return ok({ ...priced.value, creditsMicro: costMicro, channel, route, sender, tester })
}

/** Keeps a test that no limit forbids. */
const beginTest = (
  context: Context,
  actor: Actor,
  { idempotencyKey }: Input,
  { channel, route, recipient }: Plan,
): Promise<Result<string, Failure>> =>
  inTransaction(context.db, async (tx): Promise<Result<string, Failure>> => {
    const { organizationId, userId } = actor
    const now = context.clock.now()
    await queueTests(tx, organizationId)
    if (idempotencyKey && (await findTestByKey(tx, organizationId, idempotencyKey))) {
      return fail('idempotency-key-reused', 'This test is on its way already.')
    }
    for (const { most, within, isOfUser } of limits) {
      const since = new Date(now - within)
      const filter = isOfUser ? { since, userId } : { since }
      if ((await countTests(tx, organizationId, filter)) >= most) {
        const retryAfter = within / 1_000
        const detail = `At most ${most} tests within ${isOfUser ? '10 minutes' : 'a day'}.`
        return fail('too-many-requests', detail, { retryAfter })
      }
    }
    const id = context.newId()
    await insertTest(tx, {
      ...{ id, organizationId, userId, channel, route },
      maskedRecipient: recipient.masked,
      costMicro: 0n,
      createdAt: new Date(now),
      idempotencyKey: idempotencyKey ?? null,
    })
    return ok(id)
  })

/** Hands the message over: the same as a real one, with a code that nobody waits for. */
const send = ({ channel, sender, recipient, tester }: Plan, actor: Actor, id: string) => {
  const { validityMinutes, smsAutofillDomain } = resolvePolicy(tester.otpPolicy, tester.homeCountry)
  return sender.send({
    challengeId: id,
    organizationId: actor.organizationId,
    organisationName: tester.organisationName,
    channel,
    recipient: recipient.address,
    code: generateCode(6, (bytes) => {
      crypto.getRandomValues(bytes)
    }),
    language: fallbackLanguage,
    validityMinutes,
    remainingSeconds: validityMinutes * 60,
    autofillDomain: smsAutofillDomain,
  })
}

/** Notes what became of a test; one that the provider took is paid for, and no other. */
const settleTest = (
  context: Context,
  actor: Actor,
  plan: Plan,
  id: string,
  outcome: Awaited<ReturnType<typeof send>>,
): Promise<SenderTestRow> =>
  context.db.transaction(async (tx) => {
    const { channel, creditsMicro, recipient, route } = plan
    const label = channelLabels[channel]
    const charge = {
      ...{ id: context.newId(), organizationId: actor.organizationId, challengeId: id },
      ...{ amountMicro: creditsMicro, now: context.clock.now() },
      description: `Test of ${label} to ${recipient.masked}`,
    }
    const isPaid =
      outcome.outcome === 'accepted' &&
      creditsMicro > 0n &&
      (await payAtOnce(tx, charge, context.newId())).ok
    const isRefused = outcome.outcome === 'refused'
    const row = await finishTest(tx, id, {
      outcome: outcome.outcome,
      failureCode: isRefused ? outcome.failure : null,
      providerCode: isRefused ? outcome.providerCode : null,
      costMicro: isPaid ? creditsMicro : 0n,
    })
    if (row === undefined) throw new Error('a test that is gone')
    await recordAudit({ ...context, db: tx }, actor, {
      action: 'senders.tested',
      subject: label,
      detail: { to: recipient.masked, by: route, outcome: outcome.outcome },
    })
    return row
  })

/** Sends a message by a channel to who asks for it, or to a number of theirs, and says what came of it. */
export const testSender = async (
  context: Context,
  dependencies: SenderDependencies,
  actor: Actor,
  input: Input,
): Promise<Result<SenderTest, Failure>> => {
  const { idempotencyKey: key } = input
  const known = key && (await findTestByKey(context.db, actor.organizationId, key))
  if (known) return ok(toSenderTest(known))
  const plan = await planTest(context, dependencies, actor, input)
  if (!plan.ok) return plan
  const begun = await beginTest(context, actor, input, plan.value)
  if (!begun.ok) return begun
  const outcome = await send(plan.value, actor, begun.value).catch((error: unknown) => {
    dependencies.logger.error({ err: error, testId: begun.value }, 'a sender failed')
    return { outcome: 'unknown' as const, reason: 'the sender failed' }
  })
  return ok(toSenderTest(await settleTest(context, actor, plan.value, begun.value, outcome)))
}
