import type { Failure } from '#contract/failure.ts'
import { findRate } from '#domain/billing/rate.ts'
import { type Channel, channelLabels } from '#domain/otp/channel.ts'
import type { OtpPolicy } from '#domain/otp/otp-policy.ts'
import {
  findPolicyObjection,
  parseRecipient,
  type Recipient,
  type RecipientObjection,
} from '#domain/otp/recipient.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Context } from '#server/platform/context.ts'
import { getRateBook } from './rate-service.ts'

/** Whom a send goes to and what it costs. */
export interface PricedRecipient {
  recipient: Recipient
  creditsMicro: bigint
  /** Why the organisation's OTP policy allows no sending there; nothing when it does. */
  objection: ReturnType<typeof findPolicyObjection>
}

const objections: Record<RecipientObjection, string> = {
  'not-an-email': 'This is not an email address.',
  'not-a-phone-number':
    'This is not a phone number that can be reached. Enter it with its country code, for example +62 812 3456 7890.',
  'refused-number-type':
    'The OTP policy refuses this kind of number for this channel. Enter a mobile number.',
}

/** Reads a recipient and finds the price: the one place that decides, for a quote and for a send. */
export const priceRecipient = async (
  context: Context,
  policy: OtpPolicy,
  asked: {
    channel: Channel
    recipient: string
    defaultCountry: string | null
    /** What the message is billed as: segments of an SMS, else 1. */
    units: number
  },
): Promise<Result<PricedRecipient, Failure>> => {
  const { channel } = asked
  const parsed = parseRecipient(
    channel,
    asked.recipient,
    asked.defaultCountry,
    policy.refusedNumberTypes,
  )
  if (!parsed.ok) return err({ code: 'otp-invalid-recipient', detail: objections[parsed.error] })
  const { country } = parsed.value
  const rate = findRate(await getRateBook(context), channel, country, context.clock.now())
  if (rate === undefined) {
    return err({
      code: 'otp-no-rate',
      detail: `There is no ${channelLabels[channel]} rate for ${country ?? 'this kind of number'}, so nothing can be sent there.`,
    })
  }
  return ok({
    recipient: parsed.value,
    creditsMicro: rate.creditsMicro * BigInt(asked.units),
    objection: findPolicyObjection(parsed.value, policy),
  })
}

/** Why the policy lets no code go to a recipient, as a failure; nothing when it does. */
export const explainObjection = ({
  objection,
  recipient,
}: PricedRecipient): { ok: false; error: Failure } | undefined => {
  if (objection === undefined) return undefined
  return objection === 'prefix'
    ? err({
        code: 'otp-number-blocked',
        detail: 'The OTP policy blocks numbers that begin like this one.',
      })
    : err({
        code: 'otp-country-not-allowed',
        detail: `The OTP policy does not allow sending to ${recipient.country}.`,
      })
}
