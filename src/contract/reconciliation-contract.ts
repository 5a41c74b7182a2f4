import { z } from 'zod'
import { creditAmount, timestamp } from './list-schema.ts'

const count = z.int().nonnegative()

/** What a look over the whole ledger found, and what it did. */
export const reconciliationReportSchema = z.object({
  /** Whether nothing came from nowhere, and all balances are what their entries say. */
  isRight: z.boolean(),
  /** What all accounts add up to: 0, or there is a mistake. */
  sum: creditAmount,
  discrepancies: z.array(
    z.object({
      organizationId: z.string(),
      account: z.string(),
      balance: creditAmount,
      entries: creditAmount,
    }),
  ),
  /** Holds that nobody would have settled: given back to the outbox, which settles them. */
  staleHolds: count,
  /** Top-ups that were open: the payment provider was asked; null where there is none to ask. */
  openTopUps: count.nullable(),
  /** What providers say that they bill, beside what was charged, of the last 60 days. */
  prices: z.object({
    /** Prices that were asked for and are new. */
    fetched: count,
    /** Billed and charged, or neither. */
    agreeing: count,
    /** Charged, though the provider did not bill it: now given back. */
    refunded: count,
    refundedCredits: creditAmount,
    /** Billed by the provider, though nothing was charged: for people to look at. */
    notCharged: z.array(z.object({ organizationId: z.string(), challengeId: z.string() })),
    notChargedCount: count,
  }),
})

/** A look over the whole ledger. */
export const reconciliationSchema = z
  .object({
    id: z.string(),
    /** The night it was for; null by hand. */
    night: z.string().nullable(),
    startedAt: timestamp,
    finishedAt: timestamp.nullable(),
    /** Null until it is finished. */
    report: reconciliationReportSchema.nullable(),
  })
  .meta({ id: 'Reconciliation' })

export const reconciliationListSchema = z.object({ items: z.array(reconciliationSchema) })

export type Reconciliation = z.infer<typeof reconciliationSchema>
export type ReconciliationReport = z.infer<typeof reconciliationReportSchema>
