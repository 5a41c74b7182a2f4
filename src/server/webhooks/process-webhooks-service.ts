import { applyWebhooks } from '#server/otp/message-report-service.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { enqueue, removeJob } from '#server/platform/jobs/outbox-repo.ts'
import type { Chore, JobHandler } from '#server/platform/jobs/outbox-worker.ts'
import type { Logger } from '#server/platform/logger.ts'
import {
  deleteWebhooks,
  findWebhookAcrossOrgs,
  listWaitingAcrossOrgs,
  setAside,
} from './webhook-repo.ts'

/** The kind of job that tries a webhook again which could not be processed; its subject is the webhook. */
export const webhookJob = 'webhook.process'

/** How many are processed at once; each may hold up to 1,000 reports. */
const batchSize = 200

/**
 * Works off what providers sent, oldest first. What can not be processed is set aside, for the outbox
 * to try again and at last to show to the operator, so that it holds up nothing else.
 */
export const createProcessWebhooks =
  (context: Context, logger: Logger): Chore =>
  async () => {
    const { db, clock, newId } = context
    for (;;) {
      const waiting = await listWaitingAcrossOrgs(db, batchSize)
      const ids = waiting.map(({ id }) => id)
      if (ids.length === 0) return
      try {
        await applyWebhooks(context, logger, waiting)
        await deleteWebhooks(db, ids)
      } catch (error) {
        logger.error({ err: error, count: ids.length }, 'webhooks could not be processed')
        await db.transaction(async (tx) => {
          for (const id of ids) {
            await setAside(tx, id)
            await enqueue(tx, { id: newId(), kind: webhookJob, subjectId: id, now: clock.now() })
          }
        })
      }
      if (ids.length < batchSize) return
    }
  }

/** Tries one again that was set aside. */
export const createRetryWebhook =
  (context: Context, logger: Logger): JobHandler =>
  async (job) => {
    const webhook = await findWebhookAcrossOrgs(context.db, job.subjectId)
    if (webhook !== undefined) {
      await applyWebhooks(context, logger, [webhook])
      await deleteWebhooks(context.db, [webhook.id])
    }
    await removeJob(context.db, job.id)
    return 'removed'
  }

/** Forgets one that was set aside and shall not be tried again. */
export const forgetWebhook = (tx: Database, id: string): Promise<void> => deleteWebhooks(tx, [id])
