import type { Failure } from '#contract/failure.ts'
import type { FlowAuthor, FlowEdit } from '#contract/flow-version-contract.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { listAuthors, listEdits } from './flow-edit-repo.ts'
import { findFlow } from './flow-repo.ts'
import { flowNotFound } from './to-flow.ts'

interface EditsQuery {
  flowId: string
  limit: number
  /** The revision after which the list goes on. */
  cursor?: string | undefined
}

/** What was done to a flow, newest first; a page ends with the revision at which the next begins. */
export const listFlowEdits = async (
  { db }: Context,
  actor: Actor,
  { flowId, limit, cursor }: EditsQuery,
): Promise<Result<{ items: FlowEdit[]; nextCursor: string | null }, Failure>> => {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) {
    return err({ code: 'bad-request', detail: 'The cursor is not one that this list gave.' })
  }
  const before = cursor === undefined ? undefined : Number(cursor)
  const rows = await listEdits(db, actor.organizationId, { flowId, before, limit: limit + 1 })
  if (rows.length === 0) {
    const flow = await findFlow(db, actor.organizationId, flowId)
    if (flow === undefined) return flowNotFound()
  }
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return ok({
    items: items.map((row) => ({ ...row, at: row.at.toISOString() })),
    nextCursor: last ? String(last.revision) : null,
  })
}

/** Who changed a flow since a revision, busiest first. */
export const listFlowAuthors = async (
  { db }: Context,
  actor: Actor,
  { flowId, since }: { flowId: string; since: number },
): Promise<Result<{ items: FlowAuthor[] }, Failure>> => {
  const flow = await findFlow(db, actor.organizationId, flowId)
  if (flow === undefined) return flowNotFound()
  return ok({ items: await listAuthors(db, actor.organizationId, { flowId, since }) })
}
