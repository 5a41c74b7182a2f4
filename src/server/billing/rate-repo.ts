import type { Rate } from '#domain/billing/rate.ts'
import type { Database } from '#server/platform/db/database.ts'
import { rates } from '#server/platform/db/tables/billing-tables.ts'

/** Adds rates; one that is there already, for the same channel, country and date, stays as it is. */
export const insertRates = async (db: Database, added: readonly Rate[]): Promise<void> => {
  await db
    .insert(rates)
    .values(added.map((rate) => ({ ...rate, effectiveFrom: new Date(rate.effectiveFrom) })))
    .onConflictDoNothing()
}

/** Every rate there is; they are the platform's, the same for all organisations. */
export const listRatesAcrossOrgs = async (db: Database): Promise<Rate[]> => {
  const rows = await db.select().from(rates)
  return rows.map((row) => ({ ...row, effectiveFrom: row.effectiveFrom.getTime() }))
}
