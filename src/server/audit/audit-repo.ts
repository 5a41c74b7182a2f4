import type { Database } from '#server/platform/db/database.ts'
import { auditEntries } from '#server/platform/db/tables/audit-tables.ts'

export const insertAuditEntry = async (db: Database, row: typeof auditEntries.$inferInsert) => {
  await db.insert(auditEntries).values(row)
}
