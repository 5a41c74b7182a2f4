import { minute, second } from '#domain/shared/clock.ts'
import type { Result } from '#domain/shared/result.ts'
import type { Context } from '../context.ts'
import type { Logger } from '../logger.ts'
import { buryJob, claimJobs, type Job, postponeJob } from './outbox-repo.ts'

/**
 * Does one piece of work. It removes the job itself, in the transaction of its own last change, or
 * says when to try again.
 */
export type JobHandler = (job: Job) => Promise<'removed' | { tryAgainAt: number; reason: string }>

/** Something small that is done about once a second, for example a look for what others report. */
export type Chore = () => Promise<void>

export interface OutboxWorkerOptions {
  handlers: Readonly<Record<string, JobHandler>>
  chores?: readonly Chore[]
  logger: Logger
}

export interface OutboxWorker {
  start(): void
  /** Looks for work at once: to be called after a commit that enqueued some. */
  wake(): void
  /**
   * Runs a change that enqueues a job and commits, and begins the job after it. `leasedUntil` is what
   * the job is to be leased until, as nobody needs to look for it; null when all hands are full.
   */
  beginAfter<T extends { job: Job }, E>(
    change: (leasedUntil: number | null) => Promise<Result<T, E>>,
  ): Promise<Result<T, E>>
  /** Does all that is due now, and waits for it. */
  drain(): Promise<void>
  /** Takes no more work, and waits for what is in flight. */
  stop(): Promise<void>
}

/** How many jobs are done side by side; they mostly wait for a provider. */
const concurrency = 16
/** Longer than any sender takes: work found leased after that was left by a process that died. */
const lease = minute
/** How often others' and postponed work is looked for. */
const pollInterval = second
const maximumAttempts = 12

const backoff = (attempts: number): number => Math.min(minute, second * 2 ** attempts)

/** Does one job; what it throws is written down, and tried again later or given up. */
const doJob = async (
  { db, clock }: Context,
  { handlers, logger }: OutboxWorkerOptions,
  job: Job,
): Promise<void> => {
  try {
    const handler = handlers[job.kind]
    if (handler === undefined) throw new Error(`nothing handles jobs of kind "${job.kind}"`)
    const outcome = await handler(job)
    if (outcome !== 'removed') await postponeJob(db, job.id, outcome.tryAgainAt, outcome.reason)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const gaveUp = job.attempts >= maximumAttempts
    logger.error({ err: error, jobId: job.id, kind: job.kind, gaveUp }, 'a job failed')
    const now = clock.now()
    if (gaveUp) await buryJob(db, job.id, now, reason)
    else await postponeJob(db, job.id, now + backoff(job.attempts), reason)
  }
}

/** Does something at once and then again and again, with a rest between; `stop` waits for its end. */
const repeat = (work: () => Promise<void>, rest: number) => {
  let isRunning = true
  let running: Promise<void> | undefined
  const run = async () => {
    await work()
    if (isRunning) timer = setTimeout(again, rest)
  }
  const again = () => {
    running = run()
  }
  let timer = setTimeout(again, 0)
  return {
    async stop() {
      isRunning = false
      clearTimeout(timer)
      await running
    },
  }
}

/** The jobs in hand: how many more can be taken, and when all are done. */
const createHands = (context: Context, options: OutboxWorkerOptions, onFree: () => void) => {
  const inFlight = new Set<Promise<void>>()
  let reserved = 0

  const begin = (job: Job): void => {
    const working = doJob(context, options, job)
      // The job stays leased, and is found again when the lease is over.
      .catch((err: unknown) => options.logger.error({ err, jobId: job.id }, 'a job was left'))
      .finally(() => {
        inFlight.delete(working)
        if (inFlight.size === concurrency - 1) onFree()
      })
    inFlight.add(working)
  }

  return {
    begin,
    countFree: () => concurrency - inFlight.size - reserved,
    countBusy: () => inFlight.size,
    /** Keeps a hand free for the job of a change, until that is committed. */
    async beginAfter<T extends { job: Job }, E>(change: () => Promise<Result<T, E>>) {
      reserved += 1
      try {
        const result = await change()
        if (result.ok) begin(result.value.job)
        return result
      } finally {
        reserved -= 1
      }
    },
    finish: () => Promise.all(inFlight),
  }
}

/** Works off the outbox; any number of processes may do so on one database. */
export const createOutboxWorker = (
  context: Context,
  options: OutboxWorkerOptions,
): OutboxWorker => {
  const { db, clock } = context
  const { chores = [], logger } = options
  let polling: ReturnType<typeof repeat> | undefined
  let claiming: Promise<number> | undefined
  let wokenMeanwhile = false

  const hands = createHands(context, options, () => wake())

  /** Begins as much of the due work as there are hands for; answers how much. */
  const claim = async (): Promise<number> => {
    let begun = 0
    do {
      wokenMeanwhile = false
      const limit = hands.countFree()
      // Jobs that end will look again.
      if (limit <= 0) return begun
      const now = clock.now()
      const jobs = await claimJobs(db, { now, leaseUntil: now + lease, limit })
      jobs.forEach(hands.begin)
      begun += jobs.length
    } while (wokenMeanwhile)
    return begun
  }

  /** One look at a time; whoever calls during one has it followed by another. */
  const look = (): Promise<number> => {
    wokenMeanwhile = true
    claiming ??= claim().finally(() => {
      claiming = undefined
    })
    return claiming
  }

  const report = (error: unknown) => logger.error({ err: error }, 'the outbox could not be read')

  const wake = (): void => {
    if (polling !== undefined) look().catch(report)
  }

  const poll = async (): Promise<void> => {
    for (const chore of chores) await chore().catch(report)
    await look().catch(report)
  }

  return {
    start() {
      polling = repeat(poll, pollInterval)
    },
    wake,
    async beginAfter(change) {
      if (polling !== undefined && hands.countFree() > 0) {
        return hands.beginAfter(() => change(clock.now() + lease))
      }
      const result = await change(null)
      if (result.ok) wake()
      return result
    },
    async drain() {
      while ((await look()) > 0 || hands.countBusy() > 0) await hands.finish()
    },
    async stop() {
      const stopping = polling?.stop()
      polling = undefined
      await stopping
      await claiming
      await hands.finish()
    },
  }
}
