import type { ReconciliationReport } from '#contract/reconciliation-contract.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import { day } from '#domain/shared/clock.ts'
import type { Context } from '#server/platform/context.ts'
import {
  comparePricesAcrossOrgs,
  type PriceComparison,
  refundUnbilled,
} from './compare-prices-repo.ts'

/** Reports of one message come one after the other: only then is it known that none says "billed". */
const settled = day
const looksBack = 60 * day

/** So many are named; all are counted. */
const mostNamed = 100

/**
 * Compares what providers bill with what was charged, and gives back what they did not bill. What they
 * billed and nobody paid for is named, for people to look at: nothing is charged afterwards.
 */
export const comparePrices = async (
  context: Context,
): Promise<Omit<ReconciliationReport['prices'], 'fetched'>> => {
  const now = context.clock.now()
  const found = await comparePricesAcrossOrgs(context.db, {
    from: now - looksBack,
    to: now - settled,
  })
  const by = (outcome: PriceComparison['outcome']) =>
    found.find((one) => one.outcome === outcome) ?? { count: 0, challenges: [] }
  const refunds: bigint[] = []
  for (const challenge of by('not-billed').challenges) {
    const entryId = context.newId()
    refunds.push(await refundUnbilled(context.db, { ...challenge, entryId, now }))
  }
  const given = refunds.filter((micro) => micro > 0n)
  return {
    agreeing: by('agreeing').count,
    refunded: given.length,
    refundedCredits: formatCredits(given.reduce((sum, micro) => sum + micro, 0n)),
    notCharged: by('not-charged').challenges.slice(0, mostNamed),
    notChargedCount: by('not-charged').count,
  }
}
