import { type ErrorCode, errorCodes } from '#contract/error-codes.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import { type Answers, answerOf } from '#domain/components/answer.ts'
import type { Component } from '#domain/components/component-registry.ts'
import type { OtpComponent } from '#domain/components/otp/otp-schema.ts'
import { type Channel, channelLabels } from '#domain/otp/channel.ts'
import { isLive, stateAfter, stateAt, transition } from '#domain/otp/otp-challenge.ts'
import { type FillRandom, generateCode } from '#domain/otp/otp-code.ts'
import type { OtpPolicy } from '#domain/otp/otp-policy.ts'
import { findPolicyObjection, parseRecipient } from '#domain/otp/recipient.ts'
import type { SendFailure } from '#domain/otp/send-failure.ts'
import { countWrongCodes, findResendWait, findSendWait } from '#domain/otp/send-limits.ts'
import { type Clock, minute, second } from '#domain/shared/clock.ts'
import type { OtpButtons, OtpGateway } from '#web/component-views/step-props.ts'
import { ApiError } from '#web/shared/api-error.ts'
import type { OtpEvent } from './otp-event.ts'
import {
  changeChallenge,
  findNewest,
  findOpen,
  type TestChallenge,
  toPastSends,
  toSentCode,
} from './test-challenge.ts'

/** What can stand in the way of the next send, by one click. */
export type Hindrance =
  | 'no-credit'
  | 'provider-down'
  | 'too-many-sends'
  | 'country-not-allowed'
  | 'invalid-recipient'

/** What one message costs; null for `credits` where the rates are not here, nothing where there is none. */
export type FindPrice = (
  channel: Channel,
  country: string | null,
) => { credits: string | null; allowed: boolean } | undefined

/** So long a step may take to appear, in ms of the real clock. */
const longestWait = 5_000

/** What a test gateway works on; it keeps nothing itself, so that any moment can come back. */
export interface TestDesk {
  clock: Clock
  fillRandom: FillRandom
  newId(): string
  readonly policy: OtpPolicy
  readyChannels: readonly Channel[]
  findPrice: FindPrice
  taskId(): string
  findComponent(id: string): Component | undefined
  answers(): Answers
  challenges(): readonly TestChallenge[]
  /** How far the clock is ahead of the real one, in ms. */
  skipped(): number
  /** What was chosen to stand in the way of this send; asked once for each. */
  takeHindrance(): Hindrance | undefined
  write(challenges: readonly TestChallenge[], event: OtpEvent): void
}

/** The gateway, and what happens to its codes from outside. */
export interface TestGateway extends OtpGateway {
  deliver(componentId: string): void
  fail(componentId: string, failureCode: SendFailure): void
  /** Notes the codes whose time is over. */
  expireDue(): void
  /** The buttons of a step that the phone shows, as soon as it does; nothing when it doesn't for long. */
  awaitButtons(componentId: string): Promise<OtpButtons | undefined>
}

const toError = (code: ErrorCode, detail: string, more: Partial<ProblemDetails> = {}): ApiError => {
  const [status, title] = errorCodes[code]
  const problem = { type: 'about:blank', title, status, code, detail, ...more }
  return new ApiError(code, status, detail, problem)
}

const toSeconds = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / second))

const getOtp = (desk: TestDesk, componentId: string): OtpComponent => {
  const component = desk.findComponent(componentId)
  if (component?.type === 'otp') return component
  throw toError('not-found', 'There is no such OTP step in this flow.')
}

const chooseChannel = (desk: TestDesk, otp: OtpComponent, useBackup: boolean): Channel => {
  const channel = useBackup ? otp.backupChannel : otp.channel
  if (channel === null) throw toError('otp-channel-unavailable', 'There is no backup channel.')
  if (!desk.policy.allowedChannels.includes(channel)) {
    throw toError('otp-channel-not-allowed', `${channelLabels[channel]} is not allowed.`)
  }
  if (!desk.readyChannels.includes(channel)) {
    throw toError('otp-channel-unavailable', `No sender for ${channelLabels[channel]} is set up.`)
  }
  return channel
}

/** Whom the code goes to and what it costs, in the order in which the server asks. */
const priceRecipient = (
  desk: TestDesk,
  otp: OtpComponent,
  channel: Channel,
  hindrance: Hindrance | undefined,
) => {
  const field = desk.findComponent(otp.recipientField ?? '')
  const defaultCountry = field?.type === 'input' ? field.defaultCountry : null
  const typed = String(answerOf(desk.answers(), otp.recipientField ?? '') ?? '')
  const parsed = parseRecipient(
    channel,
    hindrance === 'invalid-recipient' ? '' : typed,
    defaultCountry,
    desk.policy.refusedNumberTypes,
  )
  if (!parsed.ok) throw toError('otp-invalid-recipient', 'The recipient cannot be reached.')
  const { country } = parsed.value
  const price = desk.findPrice(channel, country)
  if (price === undefined) throw toError('otp-no-rate', 'There is no rate for this country.')
  if (!price.allowed || hindrance === 'country-not-allowed') {
    throw toError('otp-country-not-allowed', 'The OTP policy does not allow this country.')
  }
  if (findPolicyObjection(parsed.value, desk.policy) === 'prefix') {
    throw toError('otp-number-blocked', 'The OTP policy blocks numbers that begin like this one.')
  }
  return { recipient: parsed.value, credits: price.credits }
}

/** How many tries a new code has and how long the next one has to wait, if it may be sent at all. */
const checkLimits = (
  desk: TestDesk,
  componentId: string,
  recipient: string,
  hindrance: Hindrance | undefined,
) => {
  const { policy } = desk
  const now = desk.clock.now()
  const taskId = desk.taskId()
  const wanted = { taskId, componentId, now }
  const past = toPastSends(desk.challenges(), recipient, taskId, now)
  if (hindrance === 'too-many-sends') {
    const failed = { at: now, taskId, componentId, state: 'failed' as const, attempts: 0 }
    past.toRecipient = Array.from({ length: policy.sendsPerRecipientAndTask }, () => failed)
  }
  const wrong = countWrongCodes(past, now)
  if (wrong.count >= policy.maximumAttempts) {
    const more = { retryAfter: toSeconds(wrong.countFor), attemptsLeft: 0 }
    throw toError('otp-exhausted', 'Too many wrong codes for this recipient.', more)
  }
  const wait = findSendWait(past, wanted, policy)
  if (wait !== undefined) {
    const retryAfter = toSeconds(wait.wait)
    throw toError('otp-too-many-sends', `Wait ${retryAfter} s.`, { retryAfter })
  }
  const resendAt = now + findResendWait(past, wanted, policy)
  return { maximumAttempts: policy.maximumAttempts - wrong.count, resendAt }
}

const send = (desk: TestDesk, componentId: string, useBackup: boolean): TestChallenge => {
  const hindrance = desk.takeHindrance()
  const otp = getOtp(desk, componentId)
  if (answerOf(desk.answers(), componentId) !== null) {
    throw toError('otp-already-verified', 'This step is verified already.')
  }
  const channel = chooseChannel(desk, otp, useBackup)
  const { recipient, credits } = priceRecipient(desk, otp, channel, hindrance)
  if (hindrance === 'no-credit') {
    throw toError('otp-insufficient-balance', 'There is not enough OTP credit.')
  }
  const limits = checkLimits(desk, componentId, recipient.address, hindrance)
  const now = desk.clock.now()
  const isDown = hindrance === 'provider-down'
  const challenge: TestChallenge = {
    id: desk.newId(),
    componentId,
    channel,
    recipient: recipient.address,
    maskedRecipient: recipient.masked,
    code: generateCode(otp.digits, desk.fillRandom).reveal(),
    state: isDown ? stateAfter('fail') : stateAfter('accept'),
    attempts: 0,
    ...limits,
    createdAt: now,
    expiresAt: now + desk.policy.validityMinutes * minute,
    failureCode: isDown ? 'provider-down' : null,
    credits,
  }
  const before = desk
    .challenges()
    .map((one) =>
      one.componentId === componentId && isLive(stateAt(one, now))
        ? { ...one, state: stateAfter('supersede') }
        : one,
    )
  desk.write([...before, challenge], { kind: isDown ? 'failed' : 'sent', challenge })
  return challenge
}

/** Why there is no code that could be entered. */
const explain = (newest: TestChallenge | undefined, now: number): ApiError => {
  if (newest === undefined) return toError('otp-not-sent', 'Send a code first.')
  const state = stateAt(newest, now)
  if (state === 'verified') return toError('otp-already-verified', 'This step is verified already.')
  if (state === 'expired') return toError('otp-expired', 'This code has expired.')
  if (state === 'exhausted') {
    return toError('otp-exhausted', 'Too many wrong codes.', { attemptsLeft: 0 })
  }
  return toError('otp-not-sent', 'Send a new code.')
}

const verify = (desk: TestDesk, componentId: string, code: string): { verifiedAt: string } => {
  const now = desk.clock.now()
  const open = findOpen(desk.challenges(), componentId, now)
  if (open === undefined) throw explain(findNewest(desk.challenges(), componentId), now)
  const attempts = open.attempts + 1
  const attemptsLeft = open.maximumAttempts - attempts
  const isRight = code === open.code
  const event = isRight ? 'verify' : attemptsLeft === 0 ? 'exhaust' : undefined
  const state = event === undefined ? open.state : (transition(open.state, event) ?? open.state)
  const challenge = { ...open, attempts, state }
  const challenges = changeChallenge(desk.challenges(), open.id, challenge)
  if (!isRight) {
    desk.write(challenges, { kind: 'wrong', challenge, attemptsLeft })
    throw toError('otp-wrong-code', `Wrong code, ${attemptsLeft} left.`, { attemptsLeft })
  }
  desk.write(challenges, { kind: 'verified', challenge })
  return { verifiedAt: new Date(now).toISOString() }
}

/**
 * Codes of a preview: the same rules as the server's, but nothing is sent, nothing is charged and
 * nothing leaves the browser. Whom it is for sees the code beside the phone.
 */
export const createTestGateway = (desk: TestDesk): TestGateway => {
  const change = (componentId: string, event: 'deliver' | 'fail', failure: SendFailure | null) => {
    const open = findOpen(desk.challenges(), componentId, desk.clock.now())
    const state = open && transition(open.state, event)
    if (open === undefined || state === undefined) return
    const challenge = { ...open, state, failureCode: failure }
    const kind = event === 'deliver' ? 'delivered' : 'failed'
    desk.write(changeChallenge(desk.challenges(), open.id, challenge), { kind, challenge })
  }
  const expireDue = () => {
    const now = desk.clock.now()
    for (const one of desk.challenges()) {
      if (!isLive(one.state) || stateAt(one, now) !== 'expired') continue
      const challenge = { ...one, state: stateAfter('expire') }
      const challenges = changeChallenge(desk.challenges(), one.id, challenge)
      desk.write(challenges, { kind: 'expired', challenge })
    }
  }
  const buttons = new Map<string, OtpButtons>()
  const waiting = new Map<string, (ofStep: OtpButtons) => void>()
  const show = (one: TestChallenge) => toSentCode(one, desk.clock.now(), desk.skipped())
  return {
    findLatest: async (componentId) => {
      expireDue()
      const newest = findNewest(desk.challenges(), componentId)
      return newest === undefined ? null : show(newest)
    },
    send: async (componentId, useBackupChannel) => {
      try {
        return show(send(desk, componentId, useBackupChannel))
      } catch (error) {
        if (error instanceof ApiError) {
          desk.write(desk.challenges(), { kind: 'refused', componentId, error })
        }
        throw error
      }
    },
    verify: async (componentId, code) => {
      expireDue()
      return verify(desk, componentId, code)
    },
    findAnswer: async (componentId) => answerOf(desk.answers(), componentId),
    deliver: (componentId) => change(componentId, 'deliver', null),
    fail: (componentId, failureCode) => change(componentId, 'fail', failureCode),
    expireDue,
    connect: (componentId, ofStep) => {
      buttons.set(componentId, ofStep)
      waiting.get(componentId)?.(ofStep)
      waiting.delete(componentId)
      return () => {
        if (buttons.get(componentId) === ofStep) buttons.delete(componentId)
      }
    },
    awaitButtons: async (componentId) =>
      buttons.get(componentId) ??
      new Promise((resolve) => {
        waiting.set(componentId, resolve)
        setTimeout(() => resolve(undefined), longestWait)
      }),
  }
}
