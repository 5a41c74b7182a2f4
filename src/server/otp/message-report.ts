import type { MessageStatus } from '#domain/otp/message-status.ts'
import type { SendFailure } from '#domain/otp/send-failure.ts'

/** What a provider says that it bills us for a message. */
export interface MessageBilling {
  isBilled: boolean
  /** What kind of message it is billed as, in the provider's words; null where it says nothing of it. */
  category: string | null
  /** A decimal of the currency (ISO 4217); null where only it is said whether it is billed. */
  price: string | null
  currency: string | null
}

/** What a provider says of a message that it took. */
export interface MessageReport {
  messageId: string
  /** What we sent along to know it by; null when it was not we who sent. */
  challengeId: string | null
  status: MessageStatus
  /** Why it failed; null when it did not. */
  failure: SendFailure | null
  providerCode: string | null
  /** Whether the provider bills a message although it failed. */
  isBilled: boolean
  /** Null where the report says nothing of it. */
  billing: MessageBilling | null
}

/** What a webhook brought: reports, and what an operator should know besides. */
export interface WebhookContent {
  reports: MessageReport[]
  /** Sentences for the log, without recipients. */
  notices: string[]
}
