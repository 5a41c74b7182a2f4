import type { OtpProof } from '#domain/task/check-task.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { listVerifiedChallenges, supersedeLive } from './challenge-repo.ts'

/** What was verified for a task, as proof of its OTP answers. */
export const listVerified: (tx: Database, taskId: string) => Promise<OtpProof[]> =
  listVerifiedChallenges

/** Makes codes that are under way for some steps worthless, because the recipient changed. */
export const voidChallenges = async (
  tx: Database,
  { clock }: Pick<Context, 'clock'>,
  taskId: string,
  componentIds: readonly string[],
): Promise<void> => {
  if (componentIds.length > 0) await supersedeLive(tx, taskId, componentIds, clock.now())
}
