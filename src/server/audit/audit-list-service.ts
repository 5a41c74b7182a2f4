import { auditActions } from '#contract/audit-contract.ts'
import type { AuditEntry } from '#contract/audit-list-contract.ts'
import type { Failure } from '#contract/failure.ts'
import { byteOrderMark, formatCsvRow } from '#domain/shared/csv.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { formatCursor, parseCursor } from '#server/platform/list-cursor.ts'
import { type AuditFilter, listAuditEntries } from './audit-repo.ts'
import { describeDetail } from './audit-words.ts'

type EntryRow = Awaited<ReturnType<typeof listAuditEntries>>[number]

const titles: Readonly<Record<string, string>> = auditActions

const toEntry = ({ id, at, actorName, action, subject, detail }: EntryRow): AuditEntry => ({
  ...{ id, action, subject },
  at: at.toISOString(),
  by: actorName,
  title: titles[action] ?? action,
  changes: describeDetail(detail),
})

/** A page of the audit trail, newest first. */
export const listAudit = async (
  { db }: Context,
  { organizationId }: Actor,
  { limit, cursor, ...filter }: AuditFilter & { limit: number; cursor?: string | undefined },
): Promise<Result<{ items: AuditEntry[]; nextCursor: string | null }, Failure>> => {
  const after = parseCursor(cursor)
  if (!after.ok) return after
  const page = { limit: limit + 1, afterId: after.value?.id }
  const rows = await listAuditEntries(db, organizationId, filter, page)
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  const nextCursor = last ? formatCursor({ time: last.at, id: last.id }) : null
  return ok({ items: items.map(toEntry), nextCursor })
}

const rowsAtOnce = 2_000

/** The same entries, all of them, as CSV, piece by piece. */
export async function* writeAuditCsv(
  { db }: Context,
  { organizationId }: Actor,
  filter: AuditFilter,
): AsyncGenerator<string> {
  yield byteOrderMark + formatCsvRow(['time', 'who', 'action', 'what', 'subject', 'changes', 'id'])
  let afterId: string | undefined
  for (;;) {
    const page = { limit: rowsAtOnce, afterId }
    const rows = await listAuditEntries(db, organizationId, filter, page)
    const entries = rows.map(toEntry)
    yield entries
      .map((entry) =>
        formatCsvRow([
          ...[entry.at, entry.by, entry.action, entry.title],
          ...[entry.subject, entry.changes, entry.id],
        ]),
      )
      .join('')
    afterId = rows.at(-1)?.id
    if (rows.length < rowsAtOnce) return
  }
}
