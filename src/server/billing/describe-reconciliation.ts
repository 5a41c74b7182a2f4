import type { ReconciliationReport } from '#contract/reconciliation-contract.ts'

/** A reconciliation in lines for a terminal. */
export const describeReconciliation = (report: ReconciliationReport): string[] => {
  const { sum, discrepancies, staleHolds, openTopUps, prices } = report
  return [
    `All accounts add up to ${sum} (must be 0.000000).`,
    `${discrepancies.length} balances differ from their entries (must be 0).`,
    ...discrepancies.map(
      ({ organizationId, account, balance, entries }) =>
        `- ${organizationId}, ${account}: ${balance} instead of ${entries}`,
    ),
    `${staleHolds} holds without a job were given back to the outbox.`,
    openTopUps === null
      ? 'No payment provider was asked about open top-ups.'
      : `${openTopUps} open top-ups were looked up at the payment provider.`,
    `${prices.fetched} prices were fetched; ${prices.agreeing} agree with what was charged.`,
    `${prices.refunded} codes that providers did not bill were refunded: ${prices.refundedCredits} credits.`,
    `${prices.notChargedCount} codes are billed by providers although nothing was charged for them.`,
    ...prices.notCharged.map(
      ({ organizationId, challengeId }) => `- ${organizationId}, code ${challengeId}`,
    ),
  ]
}
