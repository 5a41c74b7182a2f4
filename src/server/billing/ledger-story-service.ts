import type { LedgerStory } from '#contract/billing-contract.ts'
import type { Failure } from '#contract/failure.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import { findRate } from '#domain/billing/rate.ts'
import { stateAt } from '#domain/otp/otp-challenge.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { findEntry, findPaidChallenge, listPostings } from './ledger-list-repo.ts'
import { toLedgerEntry } from './ledger-list-service.ts'
import { getRateBook } from './rate-service.ts'

type PaidChallenge = NonNullable<Awaited<ReturnType<typeof findPaidChallenge>>>

const toChallenge = (paid: PaidChallenge, now: number): NonNullable<LedgerStory['challenge']> => {
  const { challenge, worker, flowName, flowVersion } = paid
  const { id, componentId, maskedRecipient, failureCode, providerMessageId, taskId } = challenge
  const expiresAt = challenge.expiresAt.getTime()
  return {
    ...{ id, componentId, maskedRecipient, failureCode, providerMessageId, taskId },
    ...{ worker, flowName, flowVersion },
    status: stateAt({ state: challenge.state, expiresAt }, now),
    sentAt: challenge.sentAt?.toISOString() ?? null,
    deliveredAt: challenge.deliveredAt?.toISOString() ?? null,
    verifiedAt: challenge.verifiedAt?.toISOString() ?? null,
  }
}

/** The rate by which a code was priced: the one in force when it was asked for. */
const findRateOf = async (
  context: Context,
  { challenge }: PaidChallenge,
): Promise<LedgerStory['rate']> => {
  const { channel, country, createdAt } = challenge
  const rate = findRate(await getRateBook(context), channel, country, createdAt.getTime())
  if (rate === undefined) return null
  return {
    credits: formatCredits(rate.creditsMicro),
    effectiveFrom: new Date(rate.effectiveFrom).toISOString(),
    source: rate.source,
  }
}

/** Whence an entry: its code, the price of that, and all that was booked for it. */
export const tellEntry = async (
  context: Context,
  { organizationId }: Actor,
  entryId: string,
): Promise<Result<LedgerStory, Failure>> => {
  const { db, clock } = context
  const row = await findEntry(db, organizationId, entryId)
  if (row === undefined) return err({ code: 'not-found', detail: 'There is no such entry.' })
  const { challengeId } = row.entry
  const paid = challengeId && (await findPaidChallenge(db, organizationId, challengeId))
  const postings = challengeId ? await listPostings(db, organizationId, challengeId) : [row.entry]
  return ok({
    entry: toLedgerEntry(row),
    postings: postings.map(({ id, kind, fromAccount, toAccount, amountMicro, createdAt }) => ({
      ...{ id, kind, from: fromAccount, to: toAccount },
      credits: formatCredits(amountMicro),
      createdAt: createdAt.toISOString(),
    })),
    challenge: paid ? toChallenge(paid, clock.now()) : null,
    rate: paid ? await findRateOf(context, paid) : null,
  })
}
