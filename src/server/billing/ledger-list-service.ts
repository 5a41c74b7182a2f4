import type { LedgerEntry } from '#contract/billing-contract.ts'
import type { Failure } from '#contract/failure.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import { effectOnAvailable } from '#domain/billing/ledger.ts'
import { byteOrderMark, formatCsvRow } from '#domain/shared/csv.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { formatCursor, type ListCursor, parseCursor } from '#server/platform/list-cursor.ts'
import { type EntryFilter, type EntryRow, listEntries } from './ledger-list-repo.ts'

/** An entry as it is shown. */
export const toLedgerEntry = ({ entry, channel, country, taskId }: EntryRow): LedgerEntry => ({
  id: entry.id,
  kind: entry.kind,
  amount: formatCredits(
    effectOnAvailable({ from: entry.fromAccount, to: entry.toAccount }, entry.amountMicro),
  ),
  description: entry.description,
  channel,
  country,
  taskId,
  createdAt: entry.createdAt.toISOString(),
})

/** A page of the ledger, newest first. */
export const listLedger = async (
  { db }: Context,
  { organizationId }: Actor,
  { limit, cursor, ...filter }: EntryFilter & { limit: number; cursor?: string | undefined },
): Promise<Result<{ items: LedgerEntry[]; nextCursor: string | null }, Failure>> => {
  const after = parseCursor(cursor)
  if (!after.ok) return after
  const page = { limit: limit + 1, after: after.value }
  const rows = await listEntries(db, organizationId, filter, page)
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1)?.entry : undefined
  return ok({
    items: items.map(toLedgerEntry),
    nextCursor: last ? formatCursor({ time: last.createdAt, id: last.id }) : null,
  })
}

const heading = [
  ...['id', 'time', 'kind', 'description', 'channel', 'country', 'task', 'from', 'to'],
  ...['credits', 'effect_on_available'],
]

const toCsvRow = (row: EntryRow): string => {
  const { id, createdAt, kind, description, fromAccount, toAccount, amountMicro } = row.entry
  const effect = effectOnAvailable({ from: fromAccount, to: toAccount }, amountMicro)
  return formatCsvRow([
    ...[id, createdAt.toISOString(), kind, description, row.channel, row.country, row.taskId],
    ...[fromAccount, toAccount, formatCredits(amountMicro), formatCredits(effect)],
  ])
}

const rowsAtOnce = 2_000

/** The ledger as CSV, piece by piece: a million entries never are in memory at once. */
export async function* writeLedgerCsv(
  { db }: Context,
  { organizationId }: Actor,
  filter: EntryFilter,
): AsyncGenerator<string> {
  yield byteOrderMark + formatCsvRow(heading)
  let after: ListCursor | undefined
  for (;;) {
    const rows = await listEntries(db, organizationId, filter, { limit: rowsAtOnce, after })
    if (rows.length > 0) yield rows.map(toCsvRow).join('')
    const last = rows.at(-1)?.entry
    if (last === undefined || rows.length < rowsAtOnce) return
    after = { time: last.createdAt, id: last.id }
  }
}
