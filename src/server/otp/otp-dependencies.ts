import type { Channel } from '#domain/otp/channel.ts'
import type { FillRandom } from '#domain/otp/otp-code.ts'
import type { SenderSettings } from '#domain/otp/sender-route.ts'
import type { Logger } from '#server/platform/logger.ts'
import type { Telemetry } from '#server/platform/telemetry.ts'
import type { CodeHash } from './code-hash.ts'
import type { OtpSender } from './senders/otp-sender.ts'

/** The sender that an organisation's codes go out by on a channel; nothing when there is none. */
export type FindSender = (settings: SenderSettings, channel: Channel) => OtpSender | undefined

/** What sending and verifying codes needs besides the context. */
export interface OtpDependencies {
  findSender: FindSender
  codeHash: CodeHash
  fillRandom: FillRandom
  logger: Logger
  telemetry: Telemetry
}
