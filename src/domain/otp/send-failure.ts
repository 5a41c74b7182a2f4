/** What helps after a failure. */
export type Remedy =
  /** Nothing was handed over: try again with growing waits, while the code lives. */
  | 'retry'
  /** This channel does not reach the recipient; another one may. */
  | 'try-backup'
  /** The recipient is wrong, whatever the channel: the worker has to ask for another one. */
  | 'tell-worker'
  /** The account with the provider needs somebody's care; another channel may work meanwhile. */
  | 'tell-admin'
  /** Our request was wrong. */
  | 'our-bug'

interface FailureMeaning {
  remedy: Remedy
  /** What the worker is told. */
  text: string
}

/** Why a send failed: the closed list that every provider's errors are mapped to. */
export const sendFailures = {
  'invalid-number': {
    remedy: 'tell-worker',
    text: 'The provider does not know this number. Check it with the recipient.',
  },
  'invalid-address': {
    remedy: 'tell-worker',
    text: 'The mail server does not know this address. Check it with the recipient.',
  },
  'not-mobile': {
    remedy: 'tell-worker',
    text: 'This is not a mobile number. Ask the recipient for another one.',
  },
  'own-number': {
    remedy: 'tell-worker',
    text: 'This is the number that codes are sent from. Ask the recipient for their own.',
  },
  'unreachable-region': {
    remedy: 'try-backup',
    text: 'The provider cannot reach this number. Try another channel.',
  },
  'opted-out': {
    remedy: 'try-backup',
    text: 'The recipient has opted out of messages. Try another channel.',
  },
  'not-on-whatsapp': {
    remedy: 'try-backup',
    text: 'This number is not on WhatsApp. Try another channel.',
  },
  'recipient-restricted': {
    remedy: 'try-backup',
    text: 'The provider does not allow messages to this recipient. Try another channel.',
  },
  'message-filtered': {
    remedy: 'try-backup',
    text: 'The message was held back as unwanted. Try another channel.',
  },
  undeliverable: {
    remedy: 'try-backup',
    text: 'The message could not be delivered. Check the recipient or try another channel.',
  },
  'region-not-enabled': {
    remedy: 'tell-admin',
    text: 'The provider account may not send to this country. Tell your admin.',
  },
  'blocked-as-fraud': {
    remedy: 'tell-admin',
    text: 'The provider blocks this kind of number as a fraud risk. Tell your admin.',
  },
  'sender-unauthorised': {
    remedy: 'tell-admin',
    text: 'The provider does not accept our credentials. Tell your admin.',
  },
  'sender-forbidden': {
    remedy: 'tell-admin',
    text: 'The provider account may not send this message. Tell your admin.',
  },
  'sender-suspended': {
    remedy: 'tell-admin',
    text: 'The provider has suspended the sender. Tell your admin.',
  },
  'sender-unregistered': {
    remedy: 'tell-admin',
    text: 'The sender is not registered for this kind of number. Tell your admin.',
  },
  'payment-problem': {
    remedy: 'tell-admin',
    text: 'The provider reports a payment problem of the account. Tell your admin.',
  },
  'template-unavailable': {
    remedy: 'tell-admin',
    text: 'The message template is not approved or is paused. Tell your admin.',
  },
  'provider-busy': {
    remedy: 'retry',
    text: 'The provider takes no more messages at the moment. Send a new code.',
  },
  'recipient-busy': {
    remedy: 'retry',
    text: 'Too many messages went to this recipient. Wait a little, then send a new code.',
  },
  'provider-down': {
    remedy: 'retry',
    text: 'The provider could not be reached in time. Send a new code.',
  },
  'message-refused': {
    remedy: 'our-bug',
    text: 'The provider did not understand our message. Tell your admin.',
  },
  'unknown-outcome': {
    remedy: 'try-backup',
    text: 'It is not known whether the message went out. Send a new code.',
  },
} as const satisfies Record<string, FailureMeaning>

export type SendFailure = keyof typeof sendFailures

const isSendFailure = (code: string): code is SendFailure => Object.hasOwn(sendFailures, code)

/** The sentence for a failure; one for every code, also for those of newer versions. */
export const describeSendFailure = (code: string): string =>
  isSendFailure(code) ? sendFailures[code].text : 'The message could not be sent. Send a new code.'

/** What helps after a failure. */
export const remedyFor = (failure: SendFailure): Remedy => sendFailures[failure].remedy

/** Whether another channel to the same recipient may reach what this one did not. */
export const mayReachByBackup = (failure: string): boolean =>
  !isSendFailure(failure) || remedyFor(failure) !== 'tell-worker'
