import { remedyFor, type SendFailure, sendFailures } from './send-failure.ts'

/** What an admin is told where a worker is told to tell the admin. */
const sentences: Partial<Record<SendFailure, string>> = {
  'region-not-enabled': 'The provider account may not send to this country.',
  'blocked-as-fraud': 'The provider blocks this kind of number as a fraud risk.',
  'sender-unauthorised': 'The provider does not accept the credentials: renew them.',
  'sender-forbidden': 'The provider account lacks a permission that sending needs.',
  'sender-suspended': 'The provider has suspended the sender, or its name is not approved.',
  'sender-unregistered': 'The sender is not registered for this kind of number.',
  'payment-problem': 'The provider reports a payment problem of the account.',
  'template-unavailable': 'The message template is not approved, or is paused.',
  'message-refused': 'The provider did not understand the message: a mistake of ours.',
  'provider-busy': 'The provider took no more messages at that moment.',
  'recipient-busy': 'Too many messages went to one recipient within a short time.',
  'provider-down': 'The provider could not be reached in time.',
  'unknown-outcome': 'The provider did not answer: it is not known whether the message went out.',
}

const isSendFailure = (code: string): code is SendFailure => Object.hasOwn(sendFailures, code)

/** What went wrong with a message, for who sees to the senders; one sentence for every code. */
export const describeForAdmins = (code: string): string =>
  isSendFailure(code)
    ? (sentences[code] ?? sendFailures[code].text)
    : 'The message could not be sent.'

/** Whether the recipient is why a message failed, and not the sender. */
export const isAboutRecipient = (code: string): boolean =>
  isSendFailure(code) && ['tell-worker', 'try-backup'].includes(remedyFor(code))
