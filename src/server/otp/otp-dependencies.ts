import type { Channel } from '#domain/otp/channel.ts'
import type { FillRandom } from '#domain/otp/otp-code.ts'
import type { Logger } from '#server/platform/logger.ts'
import type { CodeHash } from './code-hash.ts'
import type { OtpSender } from './senders/otp-sender.ts'

/** What sending and verifying codes needs besides the context. */
export interface OtpDependencies {
  /** The channels that are set up. */
  senders: Readonly<Partial<Record<Channel, OtpSender>>>
  codeHash: CodeHash
  fillRandom: FillRandom
  logger: Logger
}
