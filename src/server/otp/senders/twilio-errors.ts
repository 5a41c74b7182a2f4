import type { SendFailure } from '#domain/otp/send-failure.ts'

/**
 * What the error codes of Twilio's Messages API mean, in answers as well as in callbacks.
 *
 * Source: twilio.com/docs/api/errors.
 */
const failures: Readonly<Record<number, SendFailure>> = {
  20003: 'sender-unauthorised',
  20404: 'message-refused',
  20429: 'provider-busy',
  21211: 'invalid-number',
  21212: 'message-refused',
  21408: 'region-not-enabled',
  21606: 'sender-unregistered',
  21608: 'sender-unregistered',
  21609: 'message-refused',
  21610: 'opted-out',
  21611: 'provider-busy',
  21612: 'unreachable-region',
  21614: 'not-mobile',
  30001: 'provider-busy',
  30003: 'undeliverable',
  30005: 'undeliverable',
  30006: 'not-mobile',
  30007: 'message-filtered',
  30034: 'sender-unregistered',
  30450: 'blocked-as-fraud',
  30453: 'blocked-as-fraud',
}

/** What an error code means; nothing for one that is not known. */
export const findTwilioFailure = (code: number): SendFailure | undefined => failures[code]

/**
 * Whether Twilio bills a message that did not arrive: what failed before it left Twilio is free, and so
 * is what its fraud guard held back; what a carrier did not deliver is billed.
 *
 * Source: twilio.com/docs, "Does Twilio charge for failed and undelivered messages?".
 */
export const isBilledByTwilio = (status: 'failed' | 'undelivered', code: number | null): boolean =>
  status === 'undelivered' && findTwilioFailure(code ?? 0) !== 'blocked-as-fraud'
