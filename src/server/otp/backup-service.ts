import type { ChallengeState } from '#domain/otp/otp-challenge.ts'
import { mayReachByBackup } from '#domain/otp/send-failure.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { type Job, removeJob } from '#server/platform/jobs/outbox-repo.ts'
import type { Logger } from '#server/platform/logger.ts'
import { findChallengeAcrossOrgs } from './backup-repo.ts'
import { type SendDependencies, sendOtp } from './send-otp-service.ts'

/** Whether a code has not arrived, in a way that another channel could mend. */
const needsBackup = (state: ChallengeState, failureCode: string | null): boolean =>
  state === 'failed'
    ? mayReachByBackup(failureCode ?? '')
    : state === 'created' || state === 'sending' || state === 'sent'

/**
 * The job of a step that goes over to its backup channel by itself: due when the first channel has
 * failed, or has not delivered in time. It asks as the worker would, under a key of its own: once.
 */
export const sendBackup = async (
  context: Context,
  { logger, ...dependencies }: SendDependencies & { logger: Logger },
  job: Job,
): Promise<'removed'> => {
  const challengeId = job.subjectId
  const found = await findChallengeAcrossOrgs(context.db, challengeId)
  if (found !== undefined && needsBackup(found.state, found.failureCode)) {
    const { organizationId, workerId, taskId, componentId } = found
    const actor: Actor = { userId: workerId, userName: '', organizationId, role: 'field_user' }
    const idempotencyKey = `backup:${challengeId}`
    const input = { taskId, componentId, useBackupChannel: true, idempotencyKey }
    const sent = await sendOtp(context, dependencies, actor, input)
    const outcome = sent.ok ? 'sent' : sent.error.code
    logger.info({ challengeId, outcome }, 'a code goes by the backup channel')
  }
  await removeJob(context.db, job.id)
  return 'removed'
}
