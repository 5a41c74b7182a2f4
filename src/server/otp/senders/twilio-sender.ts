import { z } from 'zod'
import { writeSms } from '#domain/otp/message-text.ts'
import { type Clock, minute } from '#domain/shared/clock.ts'
import { callProvider, judgeStatus } from './call-provider.ts'
import {
  type LookUp,
  type OtpMessage,
  type OtpSender,
  refused,
  type SendOutcome,
  type UnknownMessage,
} from './otp-sender.ts'
import { authorise, messagesUrl, type TwilioAccount } from './twilio-account.ts'
import { findTwilioFailure } from './twilio-errors.ts'
import { listTwilioPrices } from './twilio-prices.ts'

const sentSchema = z.object({ sid: z.string() })
const errorSchema = z.object({ code: z.number() })
const listSchema = z.object({
  messages: z.array(z.object({ sid: z.string(), date_created: z.string().nullable() })),
})

/** So long a message may be missing from Twilio's list although it was taken, in milliseconds. */
const listDelay = minute
/** By so much its clock may differ from ours. */
const clockSkew = 5_000

const toForm = (account: TwilioAccount, message: OtpMessage): URLSearchParams => {
  const { challengeId, recipient, code, remainingSeconds, autofillDomain } = message
  const { from, callbackUrl } = account
  return new URLSearchParams({
    To: recipient,
    ...('number' in from
      ? { From: from.number }
      : { MessagingServiceSid: from.messagingServiceSid }),
    Body: writeSms({ ...message, digits: code.reveal() }, autofillDomain),
    // Whatever happens to the answer, the report says which challenge it is about.
    StatusCallback: `${callbackUrl}?challenge=${encodeURIComponent(challengeId)}`,
    // A code that comes too late is worse than none.
    ValidityPeriod: String(Math.max(1, remainingSeconds)),
    // Twilio keeps no code.
    ContentRetention: 'discard',
  })
}

const judge = (status: number, body: unknown): SendOutcome => {
  const sent = sentSchema.safeParse(body)
  if (status < 300) {
    return sent.success
      ? { outcome: 'accepted', providerMessageId: sent.data.sid }
      : { outcome: 'unknown', reason: 'an answer without the id of the message' }
  }
  const code = errorSchema.safeParse(body).data?.code
  const failure = code === undefined ? undefined : findTwilioFailure(code)
  const providerCode = code === undefined ? null : String(code)
  return failure === undefined ? judgeStatus(status, providerCode) : refused(failure, providerCode)
}

/**
 * Finds a message whose answer got lost: Twilio has no key of ours to ask by, so it is the one to the
 * recipient, made since, that is no other's.
 */
const lookUp = async (
  account: TwilioAccount,
  clock: Clock,
  { recipient, createdAt, otherMessageIds }: UnknownMessage,
): Promise<LookUp> => {
  if (clock.now() < createdAt + listDelay) return { outcome: 'unknown' }
  const query = new URLSearchParams({ To: recipient, PageSize: '100' })
  const answer = await callProvider(`${messagesUrl(account)}?${query}`, {
    headers: authorise(account),
  })
  if ('outcome' in answer || answer.status !== 200) return { outcome: 'unknown' }
  const listed = listSchema.safeParse(answer.body)
  if (!listed.success) return { outcome: 'unknown' }
  const found = listed.data.messages.find(
    ({ sid, date_created }) =>
      !otherMessageIds.includes(sid) &&
      (date_created === null || Date.parse(date_created) >= createdAt - clockSkew),
  )
  return found === undefined
    ? { outcome: 'not-accepted' }
    : { outcome: 'accepted', providerMessageId: found.sid }
}

/** Sends SMS by Twilio's Messages API. */
export const createTwilioSender = (account: TwilioAccount, clock: Clock): OtpSender => ({
  reportsWithin: 10 * minute,
  async send(message) {
    const answer = await callProvider(messagesUrl(account), {
      method: 'POST',
      headers: authorise(account),
      body: toForm(account, message),
    })
    return 'outcome' in answer ? answer : judge(answer.status, answer.body)
  },
  lookUp: (message) => lookUp(account, clock, message),
  listPrices: (day) => listTwilioPrices(account, day),
})
