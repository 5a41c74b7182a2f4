import { desc, eq } from 'drizzle-orm'
import type { ReconciliationReport } from '#contract/reconciliation-contract.ts'
import type { Database } from '#server/platform/db/database.ts'
import { reconciliations } from '#server/platform/db/tables/reconciliation-tables.ts'

/** Notes that a reconciliation begins; of one night only the first. Whether it is this one. */
export const insertReconciliationAcrossOrgs = async (
  db: Database,
  row: { id: string; night: string | null; startedAt: Date },
): Promise<boolean> => {
  const rows = await db
    .insert(reconciliations)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: reconciliations.id })
  return rows.length > 0
}

/** Keeps what a reconciliation found. */
export const finishReconciliationAcrossOrgs = async (
  db: Database,
  id: string,
  { finishedAt, report }: { finishedAt: Date; report: ReconciliationReport },
): Promise<void> => {
  await db.update(reconciliations).set({ finishedAt, report }).where(eq(reconciliations.id, id))
}

/** The latest reconciliations, newest first. */
export const listReconciliationsAcrossOrgs = (db: Database, limit: number) =>
  db.select().from(reconciliations).orderBy(desc(reconciliations.startedAt)).limit(limit)
