/** Why a send failed for good, with what to tell the worker. */
export const sendFailures = {
  'invalid-number': 'The provider does not know this number. Check it with the recipient.',
  'unreachable-region': 'The provider cannot reach this number. Try another channel.',
  'region-not-enabled': 'The provider account may not send to this country. Tell your admin.',
  'opted-out': 'The recipient has opted out of messages. Try another channel.',
  'not-mobile': 'This is not a mobile number. Ask the recipient for another one.',
  'not-on-whatsapp': 'This number is not on WhatsApp. Try another channel.',
  undeliverable: 'The message could not be delivered. Check the recipient or try another channel.',
  'provider-down': 'The provider could not be reached in time. Send a new code.',
  'unknown-outcome': 'It is not known whether the message went out. Send a new code.',
} as const

export type SendFailure = keyof typeof sendFailures

/** The sentence for a failure; one for every code, also for those of newer versions. */
export const describeSendFailure = (code: string): string =>
  Object.hasOwn(sendFailures, code)
    ? sendFailures[code as SendFailure]
    : 'The message could not be sent. Send a new code.'
