import type { Channel } from '#domain/otp/channel.ts'
import type { MessageLanguage } from '#domain/otp/message-language.ts'
import type { OtpCode } from '#domain/otp/otp-code.ts'
import type { SendFailure } from '#domain/otp/send-failure.ts'
import type { MessageBilling } from '../message-report.ts'

/** What a sender is given to bring to the recipient. */
export interface OtpMessage {
  challengeId: string
  organizationId: string
  organisationName: string
  channel: Channel
  /** E.164, or an email address. */
  recipient: string
  code: OtpCode
  language: MessageLanguage
  /** How long the code is valid: the text must say the same as the database. */
  validityMinutes: number
  /** How much of that is left; after it the message is of no use to anybody. */
  remainingSeconds: number
  /** The domain whose pages may fill the code in; empty for none. */
  autofillDomain: string
}

export interface Refusal {
  outcome: 'refused'
  /** What helps is said by the failure: `remedyFor`. */
  failure: SendFailure
  /** What the provider calls it. */
  providerCode: string | null
}

export type SendOutcome =
  | { outcome: 'accepted'; providerMessageId: string }
  /** It certainly does not go out. */
  | Refusal
  /** It may have gone out: it is never sent again, and settled by a report or by asking. */
  | { outcome: 'unknown'; reason: string }

/** A message of which it is not known whether the provider took it. */
export interface UnknownMessage {
  challengeId: string
  /** E.164, or an email address. */
  recipient: string
  /** Not sent before that, in milliseconds. */
  createdAt: number
  /** The provider's ids of messages to the same recipient that are known to be others. */
  otherMessageIds: readonly string[]
}

/** What a provider knows of a message. */
export type LookUp =
  | { outcome: 'accepted'; providerMessageId: string }
  | { outcome: 'not-accepted' }
  | { outcome: 'unknown' }

/** What a provider bills for a message, by its own id of it. */
export interface MessagePrice extends MessageBilling {
  messageId: string
}

/**
 * Hands messages over to a provider. `send` is called at most once with the same code, outside any
 * transaction, and gives up after 30 s at the latest.
 */
export interface OtpSender {
  send(message: OtpMessage): Promise<SendOutcome>
  lookUp(message: UnknownMessage): Promise<LookUp>
  /**
   * What the provider bills for the messages of a day (UTC, `2026-11-22`), as far as it says; only from
   * a provider that has to be asked. Throws when it does not answer.
   */
  listPrices?: (day: string) => Promise<MessagePrice[]>
  /** How long after its life a report about a message can still come, in milliseconds. */
  reportsWithin: number
}

/** An outcome of which the provider gave a reason. */
export const refused = (failure: SendFailure, providerCode: string | null = null): Refusal => ({
  outcome: 'refused',
  failure,
  providerCode,
})
