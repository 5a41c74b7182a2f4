import type { Channel } from '#domain/otp/channel.ts'
import type { OtpCode } from '#domain/otp/otp-code.ts'
import type { SendFailure } from '#domain/otp/send-failure.ts'

/** What a sender is given to bring to the recipient. */
export interface OtpMessage {
  challengeId: string
  organizationId: string
  organisationName: string
  channel: Channel
  /** E.164, or an email address. */
  recipient: string
  code: OtpCode
  /** How long the code is valid: the text must say the same as the database. */
  validityMinutes: number
}

export type SendOutcome =
  | { outcome: 'accepted'; providerMessageId: string }
  /** For good: sending again would not help. */
  | { outcome: 'refused'; failure: SendFailure }
  /** For now: worth another try while the code lives. */
  | { outcome: 'temporary'; reason: string }

/** What a provider knows of a message whose sending was interrupted. */
export type LookUp =
  | { outcome: 'accepted'; providerMessageId: string }
  | { outcome: 'not-accepted' }
  | { outcome: 'unknown' }

/**
 * Hands messages over to a provider. `send` is called at most once with the same code, outside any
 * transaction, and gives up after 30 s at the latest.
 */
export interface OtpSender {
  send(message: OtpMessage): Promise<SendOutcome>
  lookUp(challengeId: string): Promise<LookUp>
}
