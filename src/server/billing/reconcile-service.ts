import { sendJob } from '#server/otp/send-job-service.ts'
import type { Context } from '#server/platform/context.ts'
import { enqueue } from '#server/platform/jobs/outbox-repo.ts'
import {
  type Discrepancy,
  listDiscrepanciesAcrossOrgs,
  listStaleHoldsAcrossOrgs,
  sumAllAccountsAcrossOrgs,
} from './reconcile-repo.ts'

/** What a look over the whole ledger found. */
export interface Reconciliation {
  /** What all accounts add up to, in millionths: 0, or there is a mistake. */
  sum: bigint
  /** Balances that are not what their entries add up to: none, or there is a mistake. */
  discrepancies: Discrepancy[]
}

/** Proves that the ledger is right: nothing came from nowhere, and balances are what entries say. */
export const reconcile = async ({ db }: Context): Promise<Reconciliation> => ({
  sum: await sumAllAccountsAcrossOrgs(db),
  discrepancies: await listDiscrepanciesAcrossOrgs(db),
})

/**
 * Gives holds that nobody would settle any more back to the outbox, whose job finds out what became
 * of the send: sent and paid, not sent and given back, or to be sent still. Answers how many.
 */
export const settleStaleHolds = async ({ db, clock, newId }: Context): Promise<number> => {
  const challengeIds = await listStaleHoldsAcrossOrgs(db)
  for (const subjectId of challengeIds) {
    await enqueue(db, { id: newId(), kind: sendJob, subjectId, now: clock.now() })
  }
  return challengeIds.length
}
