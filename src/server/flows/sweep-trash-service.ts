import { hour } from '#domain/shared/clock.ts'
import type { Context } from '#server/platform/context.ts'
import type { Logger } from '#server/platform/logger.ts'
import { sweepTrash } from './flow-trash-service.ts'

/**
 * Deletes for good what has been in the trash for too long, now and every hour. Answers how to stop.
 * More than one process may do so: each flow is deleted once.
 */
export const sweepTrashRegularly = (context: Context, logger: Logger): (() => void) => {
  const sweep = () => {
    sweepTrash(context).catch((error: unknown) => logger.error({ error }, 'sweeping the trash'))
  }
  sweep()
  const timer = setInterval(sweep, hour)
  return () => clearInterval(timer)
}
