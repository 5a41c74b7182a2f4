import type { Channel } from '#domain/otp/channel.ts'
import type { Context } from '#server/platform/context.ts'
import {
  type Chore,
  createOutboxWorker,
  type JobHandler,
  type OutboxWorker,
} from '#server/platform/jobs/outbox-worker.ts'
import type { Logger } from '#server/platform/logger.ts'
import { noTelemetry, type Telemetry } from '#server/platform/telemetry.ts'
import { reportArrivalsAcrossOrgs } from '#server/sandbox/sandbox-service.ts'
import { sendBackup } from './backup-service.ts'
import { type CodeHash, createCodeHash } from './code-hash.ts'
import { createDeliverCode } from './deliver-code-service.ts'
import type { FindSender, OtpDependencies } from './otp-dependencies.ts'
import { backupJob, sendJob } from './send-job-service.ts'
import type { OtpSender } from './senders/otp-sender.ts'
import { createSandboxSender } from './senders/sandbox-sender.ts'

/** What sends and verifies codes in one process. */
export interface Otp {
  codeHash: CodeHash
  telemetry: Telemetry
  /** Brings codes to their recipients: to be started with the process and stopped with it. */
  worker: OutboxWorker
  findSender: FindSender
}

export interface OtpOptions {
  secretKey: string
  logger: Logger
  telemetry?: Telemetry
  /** The senders that are not the sandbox, by channel. */
  senders?: Partial<Record<Channel, OtpSender>>
  /** Done about once a second besides, for example what providers report. */
  chores?: readonly Chore[]
  /** What does other kinds of jobs. */
  handlers?: Readonly<Record<string, JobHandler>>
  /** Whether what has no sender of its own goes to the sandbox inbox; else it can not be sent. */
  hasSandbox?: boolean
}

/** Puts together what sends and verifies codes; without other senders, all go to the sandbox inbox. */
export const createOtp = (context: Context, options: OtpOptions): Otp => {
  const { telemetry = noTelemetry } = options
  const { logger, secretKey, senders = {}, chores = [], handlers = {}, hasSandbox = true } = options
  const sandbox = hasSandbox ? createSandboxSender(context) : undefined
  // Each organisation sends by the senders of this installation.
  const findSender: FindSender = async (_organizationId, channel) => senders[channel] ?? sandbox
  const codeHash = createCodeHash(secretKey)
  const dependencies: OtpDependencies = {
    findSender,
    codeHash,
    fillRandom: (bytes) => {
      crypto.getRandomValues(bytes)
    },
    logger,
    telemetry,
  }
  const worker: OutboxWorker = createOutboxWorker(context, {
    handlers: {
      ...handlers,
      [sendJob]: createDeliverCode(context, dependencies),
      [backupJob]: async (job) => sendBackup(context, { findSender, worker, logger }, job),
    },
    chores: [() => reportArrivalsAcrossOrgs(context), ...chores],
    logger,
  })
  return { codeHash, telemetry, findSender, worker }
}
