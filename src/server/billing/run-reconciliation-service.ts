import type { Reconciliation, ReconciliationReport } from '#contract/reconciliation-contract.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import { hour, minute } from '#domain/shared/clock.ts'
import type { Context } from '#server/platform/context.ts'
import type { Logger } from '#server/platform/logger.ts'
import { comparePrices } from './compare-prices-service.ts'
import { reconcile, settleStaleHolds } from './reconcile-service.ts'
import {
  finishReconciliationAcrossOrgs,
  insertReconciliationAcrossOrgs,
  listReconciliationsAcrossOrgs,
} from './reconciliation-repo.ts'

/** Those outside of the ledger who are asked; what they throw is logged, and the rest is done. */
export interface ReconciliationSources {
  logger: Logger
  /** Has prices fetched from providers. Answers how many are new. */
  fetchPrices: () => Promise<number>
  /** Asks the payment provider about open top-ups. Answers how many; null where there is none to ask. */
  refreshTopUps: () => Promise<number | null>
}

const orElse = async <Value>(logger: Logger, ask: () => Promise<Value>, other: Value) => {
  try {
    return await ask()
  } catch (error) {
    logger.error({ err: error }, 'somebody who is asked for the reconciliation does not answer')
    return other
  }
}

const work = async (
  context: Context,
  { logger, fetchPrices, refreshTopUps }: ReconciliationSources,
): Promise<ReconciliationReport> => {
  const staleHolds = await settleStaleHolds(context)
  const openTopUps = await orElse(logger, refreshTopUps, null)
  const fetched = await orElse(logger, fetchPrices, 0)
  const prices = { fetched, ...(await comparePrices(context)) }
  // Last, so that it is a proof of what was just done, too.
  const { sum, discrepancies } = await reconcile(context)
  return {
    isRight: sum === 0n && discrepancies.length === 0,
    sum: formatCredits(sum),
    discrepancies: discrepancies.map(({ balance, entries, ...account }) => ({
      ...account,
      balance: formatCredits(BigInt(balance)),
      entries: formatCredits(BigInt(entries)),
    })),
    ...{ staleHolds, openTopUps, prices },
  }
}

/**
 * Looks over the whole ledger and everything that should agree with it, mends what can be mended, and
 * keeps the report. For one night it is done once, whoever asks: the others get nothing.
 */
export const runReconciliationAcrossOrgs = async (
  context: Context,
  sources: ReconciliationSources,
  night: string | null,
): Promise<ReconciliationReport | undefined> => {
  const { db, clock, newId } = context
  const id = newId()
  const isOurs = await insertReconciliationAcrossOrgs(db, {
    ...{ id, night },
    startedAt: new Date(clock.now()),
  })
  if (!isOurs) return undefined
  const report = await work(context, sources)
  const finishedAt = new Date(clock.now())
  await finishReconciliationAcrossOrgs(db, id, { finishedAt, report })
  return report
}

/** The hour (UTC) of the nightly one: after midnight in the west of Indonesia. */
const nightHour = 18

/** The night that has begun last, by the date (UTC) it began on. */
const toNight = (now: number): string => new Date(now - nightHour * hour).toISOString().slice(0, 10)

/** Does the reconciliation of the last night where nobody has; what was slept through is made up for. */
export const reconcileNight = async (
  context: Context,
  sources: ReconciliationSources,
): Promise<void> => {
  const night = toNight(context.clock.now())
  const report = await runReconciliationAcrossOrgs(context, sources, night)
  if (report === undefined) return
  const { logger } = sources
  if (report.isRight) logger.info({ night, report }, 'reconciled')
  else logger.error({ night, report }, 'the ledger is not right')
}

/** Looks each minute whether a night is to be reconciled. Answers how to stop. */
export const reconcileNightly = (
  context: Context,
  sources: ReconciliationSources,
): (() => void) => {
  let done: string | undefined
  const timer = setInterval(() => {
    const night = toNight(context.clock.now())
    if (night === done) return
    done = night
    reconcileNight(context, sources).catch((error: unknown) =>
      sources.logger.error({ err: error, night }, 'the reconciliation was not finished'),
    )
  }, minute)
  return () => clearInterval(timer)
}

/** How many are shown. */
const shown = 30

/** The latest reconciliations, newest first. */
export const getReconciliationsAcrossOrgs = async ({ db }: Context): Promise<Reconciliation[]> => {
  const rows = await listReconciliationsAcrossOrgs(db, shown)
  return rows.map(({ id, night, startedAt, finishedAt, report }) => ({
    ...{ id, night, startedAt: startedAt.toISOString() },
    finishedAt: finishedAt?.toISOString() ?? null,
    report: report as ReconciliationReport | null,
  }))
}
