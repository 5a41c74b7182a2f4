import type { Otp } from '#server/otp/otp-service.ts'
import type { Logger } from '#server/platform/logger.ts'
import type { SecretBox } from '#server/platform/secret-box.ts'

/** What arranging branded numbers needs of the installation. */
export interface NumberDependencies {
  /** Nothing where there is no key to encrypt by: then no number can be arranged. */
  secrets: SecretBox | undefined
  /** How to talk to WhatsApp's Cloud API. */
  whatsapp: { baseUrl: string; version: string; templatePrefix: string }
  logger: Logger
}

/** What the API of senders needs besides the context. */
export interface SenderDependencies extends NumberDependencies {
  findSender: Otp['findSender']
  /** The email addresses of who arranges numbers. */
  operators: readonly string[]
}
