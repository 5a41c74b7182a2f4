import type { Failure } from '#contract/failure.ts'
import type { FlowSummary } from '#contract/flow-contract.ts'
import { type TrashedFlow, trashDays } from '#contract/flow-trash-contract.ts'
import { applyOperation } from '#domain/flow/apply-operation.ts'
import { toFlowDocument, toFlowState } from '#domain/flow/flow-state.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import { day } from '#domain/shared/clock.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { formatCursor, parseCursor } from '#server/platform/list-cursor.ts'
import { retryOnTakenName } from './flow-names.ts'
import { findFlow, listFlowNames, lockFlow } from './flow-repo.ts'
import {
  listExpiredAcrossOrgs,
  listTrash,
  lockTrashedFlow,
  purgeFlowAcrossOrgs,
  untrashFlow,
} from './flow-trash-repo.ts'
import { findFreeName } from './free-name.ts'
import { toFlowSummary } from './to-flow.ts'
import { writeOperations } from './write-operations.ts'

const lifetime = trashDays * day

const notInTrash = () =>
  err<Failure>({ code: 'not-found', detail: 'There is no such flow in the trash.' })

type TrashRow = Awaited<ReturnType<typeof listTrash>>[number]

const toTrashedFlow = (row: TrashRow, now: number): TrashedFlow => {
  const expiresAt = row.deletedAt.getTime() + lifetime
  return {
    ...row,
    deletedAt: row.deletedAt.toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
    // What the next sweep takes is still there today.
    daysLeft: Math.max(Math.ceil((expiresAt - now) / day), 0),
  }
}

/** A page of what is in the trash, deleted last first. */
export const listTrashedFlows = async (
  { db, clock }: Context,
  actor: Actor,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Result<{ items: TrashedFlow[]; nextCursor: string | null }, Failure>> => {
  const after = parseCursor(cursor)
  if (!after.ok) return after
  const page = { after: after.value, limit: limit + 1 }
  const rows = await listTrash(db, actor.organizationId, page)
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return ok({
    items: items.map((row) => toTrashedFlow(row, clock.now())),
    nextCursor: last ? formatCursor({ time: last.deletedAt, id: last.id }) : null,
  })
}

/** Renames a flow by an operation, so that its log says how it got its name. */
const rename = async (
  tx: Database,
  context: Context,
  actor: Actor,
  { flowId, name }: { flowId: string; name: string },
): Promise<Result<unknown, Failure>> => {
  const flow = await lockFlow(tx, actor.organizationId, flowId)
  if (flow === undefined) throw new Error('a flow that was just restored is gone')
  const operation: Operation = { type: 'flow.update', changes: { name } }
  const renamed = applyOperation(toFlowState(flow.document), operation)
  if (!renamed.ok) throw new Error(renamed.error.message)
  const id = context.newId()
  return writeOperations(tx, context, actor, {
    flow,
    document: toFlowDocument(renamed.value),
    operations: [{ id, operation }],
    clientId: id,
  })
}

/** Takes a flow out of the trash; where its name is taken by now, under a free one. */
export const restoreTrashedFlow = (
  context: Context,
  actor: Actor,
  flowId: string,
): Promise<Result<FlowSummary, Failure>> =>
  retryOnTakenName(() =>
    context.db.transaction(async (tx): Promise<Result<FlowSummary, Failure>> => {
      const trashed = await lockTrashedFlow(tx, actor.organizationId, flowId)
      if (trashed === undefined) return notInTrash()
      const names = await listFlowNames(tx, actor.organizationId)
      const name = findFreeName(trashed.name, names)
      await untrashFlow(tx, flowId, name)
      if (name !== trashed.name) {
        const renamed = await rename(tx, context, actor, { flowId, name })
        if (!renamed.ok) return renamed
      }
      const flow = await findFlow(tx, actor.organizationId, flowId)
      return flow === undefined ? notInTrash() : ok(toFlowSummary(flow))
    }),
  )

/** Deletes a flow that is in the trash for good. Tasks that were made from it keep working. */
export const purgeTrashedFlow = (
  { db, clock }: Context,
  actor: Actor,
  flowId: string,
): Promise<Result<undefined, Failure>> =>
  db.transaction(async (tx): Promise<Result<undefined, Failure>> => {
    const trashed = await lockTrashedFlow(tx, actor.organizationId, flowId)
    if (trashed === undefined) return notInTrash()
    await purgeFlowAcrossOrgs(tx, flowId, new Date(clock.now()))
    return ok(undefined)
  })

/** Deletes for good what has been in the trash for more than 30 days; answers how many flows. */
export const sweepTrash = async ({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<number> => {
  const now = clock.now()
  const expired = await listExpiredAcrossOrgs(db, new Date(now - lifetime))
  for (const flowId of expired) {
    await db.transaction((tx) => purgeFlowAcrossOrgs(tx, flowId, new Date(now)))
  }
  return expired.length
}
