import { answerOf } from '#domain/components/answer.ts'
import type { OtpComponent } from '#domain/components/otp/otp-schema.ts'
import { type Channel, channelLabels } from '#domain/otp/channel.ts'
import { minute, second } from '#domain/shared/clock.ts'
import { ApiError } from '#web/shared/api-error.ts'
import type { Preview } from '../preview.ts'
import type { Hindrance } from './create-test-gateway.ts'
import { findNewest, findOpen, type TestChallenge } from './test-challenge.ts'

/** What can come of an OTP step, in the order in which it is offered. */
export const outcomeLabels = {
  'right-code': 'Right code',
  delivered: 'Delivered',
  'wrong-code': 'Wrong code',
  expired: 'Expired',
  'too-many-tries': 'Too many tries',
  undeliverable: 'Undeliverable',
  'no-credit': 'No credit',
  'provider-down': 'Provider down',
  'too-many-sends': 'Too many sends',
  'country-not-allowed': 'Country not allowed',
  'invalid-recipient': 'Invalid recipient',
} as const

export type Outcome = keyof typeof outcomeLabels

export const outcomes = Object.keys(outcomeLabels) as readonly Outcome[]

/** Why an outcome can not come about at a step; nothing when it can. */
export const findOutcomeObjection = (
  { channel, backupChannel }: OtpComponent,
  outcome: Outcome,
): string | undefined =>
  outcome === 'country-not-allowed' && channel === 'email' && backupChannel === null
    ? `${channelLabels.email} goes to no country`
    : undefined

const isHindrance = (outcome: Outcome): outcome is Hindrance =>
  [
    'no-credit',
    'provider-down',
    'too-many-sends',
    'country-not-allowed',
    'invalid-recipient',
  ].includes(outcome)

const wrongCodeFor = (code: string): string =>
  code.replace(/.$/, (last) => String((Number(last) + 1) % 10))

const describeWait = (milliseconds: number): string =>
  milliseconds < 2 * minute
    ? `${Math.ceil(milliseconds / second)} s later`
    : `${Math.ceil(milliseconds / minute)} min later`

/** Over which channel the step's own button would send next. */
const usesBackup = (otp: OtpComponent, newest: TestChallenge | undefined): boolean =>
  otp.backupChannel !== null && newest?.channel === otp.backupChannel

/** Lets as much time pass as a resend has to wait. */
const awaitResend = (preview: Preview, newest: TestChallenge | undefined): void => {
  if (newest === undefined || newest.state === 'failed' || newest.state === 'verified') return
  const wait = newest.resendAt - preview.now()
  if (wait > 0) preview.skip(wait, describeWait(wait))
}

/**
 * Presses the step's Send Code, with something in its way where that is wanted. Where other codes
 * stand in the way, it lets as much time pass as the rules ask and presses again.
 */
const press = async (
  preview: Preview,
  otp: OtpComponent,
  hindrance: Hindrance | undefined,
): Promise<void> => {
  const newest = findNewest(preview.store.getState().run.challenges, otp.id)
  const send = async () => {
    const buttons = await preview.gateway.awaitButtons(otp.id)
    if (buttons === undefined) return
    if (hindrance !== undefined) preview.hinder(hindrance)
    await buttons.send(usesBackup(otp, newest))
  }
  if (hindrance === undefined || hindrance === 'provider-down') awaitResend(preview, newest)
  try {
    await send()
  } catch (error) {
    const wait = error instanceof ApiError ? error.problem?.retryAfter : undefined
    if (wait === undefined || hindrance === 'too-many-sends') return
    preview.skip(wait * second, describeWait(wait * second))
    await send().catch(() => undefined)
  }
}

/** The code that can be entered; has one sent where there is none. */
const ensureCode = async (
  preview: Preview,
  otp: OtpComponent,
): Promise<TestChallenge | undefined> => {
  const find = () => findOpen(preview.store.getState().run.challenges, otp.id, preview.now())
  if (find() === undefined) await press(preview, otp, undefined)
  return find()
}

const enter = async (preview: Preview, otp: OtpComponent, code: string): Promise<void> => {
  const buttons = await preview.gateway.awaitButtons(otp.id)
  // What comes of it is what the step shows.
  await buttons?.verify(code).catch(() => undefined)
}

/** How each channel says that it can not reach the recipient. */
const undeliverable = (channel: Channel) =>
  channel === 'whatsapp' ? ('not-on-whatsapp' as const) : ('undeliverable' as const)

const playOnCode = async (
  preview: Preview,
  otp: OtpComponent,
  outcome: Exclude<Outcome, Hindrance>,
): Promise<void> => {
  const open = await ensureCode(preview, otp)
  if (open === undefined) return
  switch (outcome) {
    case 'right-code':
      await enter(preview, otp, open.code)
      return
    case 'wrong-code':
      await enter(preview, otp, wrongCodeFor(open.code))
      return
    case 'too-many-tries':
      for (let tries = open.attempts; tries < open.maximumAttempts; tries += 1) {
        await enter(preview, otp, wrongCodeFor(open.code))
      }
      return
    case 'delivered':
      return preview.gateway.deliver(otp.id)
    case 'undeliverable':
      return preview.gateway.fail(otp.id, undeliverable(open.channel))
    case 'expired': {
      const wait = open.expiresAt - preview.now()
      return preview.skip(wait, describeWait(wait))
    }
  }
}

/**
 * Makes an outcome come about at once, by pressing the step's own buttons: what the phone then shows
 * is what it shows in the field. A step that is verified already begins anew.
 */
export const playOutcome = async (
  preview: Preview,
  otp: OtpComponent,
  outcome: Outcome,
): Promise<void> => {
  const { answers } = preview.store.getState().run
  if (answerOf(answers, otp.id) !== null) preview.reopen(otp.id)
  await (isHindrance(outcome) ? press(preview, otp, outcome) : playOnCode(preview, otp, outcome))
}
