import { channelLabels } from '#domain/otp/channel.ts'
import { isLive, stateAt } from '#domain/otp/otp-challenge.ts'
import type { Context } from '#server/platform/context.ts'
import { listChallengesOfJobsAcrossOrgs } from './dead-send-repo.ts'
import { backupJob, sendJob } from './send-job-service.ts'

/** What a send is about that was given up, as an operator may see it. */
export interface DeadSend {
  about: string
  /** Why it can not be tried again; null while its code can still arrive in time. */
  objection: string | null
}

/** Whether a kind of job is about a challenge. */
export const isSendJob = (kind: string): boolean => kind === sendJob || kind === backupJob

/** The sends behind challenges, by their ids; none for a challenge that is gone. */
export const describeSendsAcrossOrgs = async (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  challengeIds: readonly string[],
): Promise<ReadonlyMap<string, DeadSend>> => {
  const rows = await listChallengesOfJobsAcrossOrgs(db, challengeIds)
  return new Map(
    rows.map(({ id, channel, maskedRecipient, organisationName, state, expiresAt }) => {
      const now = stateAt({ state, expiresAt: expiresAt.getTime() }, clock.now())
      const about = `${channelLabels[channel]} code to ${maskedRecipient} of ${organisationName}`
      const objection = isLive(now)
        ? null
        : `Its code is ${now} and can not be entered any more: the worker has to send a new one.`
      return [id, { about, objection }]
    }),
  )
}
