import type { Rate } from '#domain/billing/rate.ts'
import type { Database } from '#server/platform/db/database.ts'
import { rates } from '#server/platform/db/tables/billing-tables.ts'

/** More rows than that have more parameters than PostgreSQL takes. */
const atOnce = 5_000

/**
 * Adds rates; one that is there already, for the same channel, country and date, stays as it is.
 * Answers how many are new.
 */
export const insertRates = async (db: Database, added: readonly Rate[]): Promise<number> => {
  let count = 0
  for (let start = 0; start < added.length; start += atOnce) {
    const rows = await db
      .insert(rates)
      .values(
        added
          .slice(start, start + atOnce)
          .map((rate) => ({ ...rate, effectiveFrom: new Date(rate.effectiveFrom) })),
      )
      .onConflictDoNothing()
      .returning({ country: rates.country })
    count += rows.length
  }
  return count
}

/** Every rate there is; they are the platform's, the same for all organisations. */
export const listRatesAcrossOrgs = async (db: Database): Promise<Rate[]> => {
  const rows = await db.select().from(rates)
  return rows.map((row) => ({ ...row, effectiveFrom: row.effectiveFrom.getTime() }))
}
