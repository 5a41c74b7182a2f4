import { type Channel, channels } from '#domain/otp/channel.ts'
import {
  balanceMailJob,
  createBalanceMail,
  createBalanceWatch,
} from '#server/billing/balance-watch-service.ts'
import type { Context } from '#server/platform/context.ts'
import { createOutboxWorker, type OutboxWorker } from '#server/platform/jobs/outbox-worker.ts'
import type { Logger } from '#server/platform/logger.ts'
import { createLogMailer } from '#server/platform/mail/log-mailer.ts'
import type { Mailer } from '#server/platform/mail/mailer.ts'
import { reportArrivalsAcrossOrgs } from '#server/sandbox/sandbox-service.ts'
import { type CodeHash, createCodeHash } from './code-hash.ts'
import { createDeliverCode } from './deliver-code-service.ts'
import type { OtpDependencies } from './otp-dependencies.ts'
import { sendJob } from './send-job-service.ts'
import type { OtpSender } from './senders/otp-sender.ts'
import { createSandboxSender } from './senders/sandbox-sender.ts'

/** What sends and verifies codes in one process. */
export interface Otp {
  readyChannels: readonly Channel[]
  codeHash: CodeHash
  /** Brings codes to their recipients: to be started with the process and stopped with it. */
  worker: OutboxWorker
}

/** Puts together what sends and verifies codes; without other senders, all go to the sandbox inbox. */
export const createOtp = (
  context: Context,
  options: {
    secretKey: string
    logger: Logger
    senders?: Partial<Record<Channel, OtpSender>>
    mailer?: Mailer
  },
): Otp => {
  const sandbox = createSandboxSender(context)
  const senders = options.senders ?? { email: sandbox, sms: sandbox, whatsapp: sandbox }
  const codeHash = createCodeHash(options.secretKey)
  const dependencies: OtpDependencies = {
    senders,
    codeHash,
    fillRandom: (bytes) => {
      crypto.getRandomValues(bytes)
    },
    logger: options.logger,
  }
  return {
    readyChannels: channels.filter((channel) => senders[channel] !== undefined),
    codeHash,
    worker: createOutboxWorker(context, {
      handlers: {
        [sendJob]: createDeliverCode(context, dependencies),
        [balanceMailJob]: createBalanceMail(
          context,
          options.mailer ?? createLogMailer(options.logger),
        ),
      },
      chores: [() => reportArrivalsAcrossOrgs(context), createBalanceWatch(context)],
      logger: options.logger,
    }),
  }
}
