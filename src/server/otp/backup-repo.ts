import { and, eq, gt } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { otpChallenges, outbox } from '#server/platform/db/tables/otp-tables.ts'
import { backupJob } from './send-job-service.ts'

/** What decides whether a challenge needs its backup channel. */
export const findChallengeAcrossOrgs = async (db: Database, id: string) => {
  const [row] = await db
    .select({
      organizationId: otpChallenges.organizationId,
      workerId: otpChallenges.workerId,
      taskId: otpChallenges.taskId,
      componentId: otpChallenges.componentId,
      state: otpChallenges.state,
      failureCode: otpChallenges.failureCode,
    })
    .from(otpChallenges)
    .where(eq(otpChallenges.id, id))
  return row
}

/** The first channel has failed: what waits to send by the backup channel waits no longer. */
export const hastenBackup = async (
  db: Database,
  challengeId: string,
  now: number,
): Promise<void> => {
  const at = new Date(now)
  await db
    .update(outbox)
    .set({ runAt: at })
    .where(and(eq(outbox.subjectId, challengeId), eq(outbox.kind, backupJob), gt(outbox.runAt, at)))
}
