import type { SendFailure } from '#domain/otp/send-failure.ts'

/**
 * What the error codes of WhatsApp's Cloud API mean, in answers as well as in webhooks.
 *
 * Source: developers.facebook.com, WhatsApp Cloud API error codes (2026-05-15).
 */
const failures: Readonly<Record<number, SendFailure>> = {
  0: 'sender-unauthorised',
  3: 'sender-forbidden',
  4: 'provider-busy',
  10: 'sender-forbidden',
  100: 'message-refused',
  190: 'sender-unauthorised',
  368: 'sender-suspended',
  80007: 'provider-busy',
  130429: 'provider-busy',
  130472: 'recipient-restricted',
  130497: 'recipient-restricted',
  131000: 'provider-down',
  131005: 'sender-forbidden',
  131008: 'message-refused',
  131009: 'message-refused',
  131016: 'provider-down',
  131021: 'own-number',
  131026: 'not-on-whatsapp',
  131031: 'sender-suspended',
  131037: 'sender-suspended',
  131042: 'payment-problem',
  131047: 'message-refused',
  131048: 'message-filtered',
  131049: 'message-filtered',
  131051: 'message-refused',
  131053: 'message-refused',
  131056: 'recipient-busy',
  131057: 'provider-busy',
  132000: 'message-refused',
  132001: 'template-unavailable',
  132005: 'template-unavailable',
  132007: 'template-unavailable',
  132012: 'message-refused',
  132015: 'template-unavailable',
  132016: 'template-unavailable',
}

/** The template is not there, or not approved, in the language that was asked for. */
export const templateMissing = 132001

/** What an error code means; nothing for one that is not known. */
export const findMetaFailure = (code: number): SendFailure | undefined =>
  code >= 200 && code <= 299 ? 'sender-forbidden' : failures[code]
