import type { Channel } from './channel.ts'
import { fallbackLanguage } from './message-language.ts'
import { type MessageFacts, writeSms } from './message-text.ts'
import type { OtpPolicy } from './otp-policy.ts'
import { countSegments } from './sms-segments.ts'

/** What the length of a message depends on, known before there is a code. */
interface MessagePlan extends Omit<MessageFacts, 'digits'> {
  /** How many digits the code has. */
  digits: number
  autofillDomain: string
}

/** How many times the rate a message costs: the segments of an SMS, else 1. */
export const countUnits = (
  channel: Channel,
  { digits, autofillDomain, ...facts }: MessagePlan,
): number =>
  channel === 'sms'
    ? countSegments(writeSms({ ...facts, digits: '0'.repeat(digits) }, autofillDomain)).segments
    : 1

/** The same for a code of the usual length, in the usual language: for a price without a flow. */
export const countUsualUnits = (
  channel: Channel,
  organisationName: string,
  { validityMinutes, smsAutofillDomain }: OtpPolicy,
): number =>
  countUnits(channel, {
    ...{ digits: 6, organisationName, validityMinutes, language: fallbackLanguage },
    autofillDomain: smsAutofillDomain,
  })
