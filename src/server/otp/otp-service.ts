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
import { createFindSender, type Senders } from './find-sender.ts'
import type { FindSender, OtpDependencies } from './otp-dependencies.ts'
import { backupJob, sendJob } from './send-job-service.ts'

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
  /** What there is to send by besides the sandbox inbox; `context.installation` says the same. */
  senders?: Senders
  /** Done about once a second besides, for example what providers report. */
  chores?: readonly Chore[]
  /** What does other kinds of jobs. */
  handlers?: Readonly<Record<string, JobHandler>>
}

/** Puts together what sends and verifies codes. */
export const createOtp = (context: Context, options: OtpOptions): Otp => {
  const { telemetry = noTelemetry } = options
  const { logger, secretKey, senders = { official: {} }, chores = [], handlers = {} } = options
  const findSender = createFindSender(context, senders)
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
