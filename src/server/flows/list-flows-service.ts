import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type { FlowSummary, flowListQuery } from '#contract/flow-contract.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { formatCursor, parseCursor } from '#server/platform/list-cursor.ts'
import { listFlows } from './flow-repo.ts'
import { toFlowSummary } from './to-flow.ts'

/** A page of the organisation's flows, last edited first. */
export const listFlowSummaries = async (
  { db }: Context,
  actor: Actor,
  { search, state, limit, cursor }: z.infer<typeof flowListQuery>,
): Promise<Result<{ items: FlowSummary[]; nextCursor: string | null }, Failure>> => {
  const after = parseCursor(cursor)
  if (!after.ok) return after
  const rows = await listFlows(db, actor.organizationId, {
    search,
    state,
    after: after.value,
    limit: limit + 1,
  })
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return ok({
    items: items.map(toFlowSummary),
    nextCursor: last ? formatCursor({ time: last.updatedAt, id: last.id }) : null,
  })
}
