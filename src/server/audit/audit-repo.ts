import { and, desc, eq, gte, ilike, lt, type SQL } from 'drizzle-orm'
import type { Database } from '#server/platform/db/database.ts'
import { auditEntries } from '#server/platform/db/tables/audit-tables.ts'

export const insertAuditEntry = async (db: Database, row: typeof auditEntries.$inferInsert) => {
  await db.insert(auditEntries).values(row)
}

/** Which entries are wanted: those that all of these say; times in ISO 8601. */
export interface AuditFilter {
  who?: string | undefined
  action?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

const matching = ({ who, action, from, to }: AuditFilter): SQL | undefined =>
  and(
    who ? ilike(auditEntries.actorName, `%${who.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
    action ? eq(auditEntries.action, action) : undefined,
    from ? gte(auditEntries.at, new Date(from)) : undefined,
    to ? lt(auditEntries.at, new Date(to)) : undefined,
  )

/** The entries of an organisation, newest first, those after `afterId`: ids sort by time. */
export const listAuditEntries = (
  db: Database,
  organizationId: string,
  filter: AuditFilter,
  { limit, afterId }: { limit: number; afterId: string | undefined },
) =>
  db
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.organizationId, organizationId),
        matching(filter),
        afterId === undefined ? undefined : lt(auditEntries.id, afterId),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(limit)
