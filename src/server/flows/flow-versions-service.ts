import type { Failure } from '#contract/failure.ts'
import type { FlowVersion } from '#contract/flow-contract.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { findFlow } from './flow-repo.ts'
import { findVersion, listVersions } from './flow-version-repo.ts'
import { flowNotFound } from './to-flow.ts'
import { toFlowVersion } from './to-flow-version.ts'

/** What was published of a flow, newest first. */
export const listFlowVersions = async (
  { db }: Context,
  actor: Actor,
  flowId: string,
): Promise<Result<{ items: FlowVersion[] }, Failure>> => {
  const rows = await listVersions(db, actor.organizationId, flowId)
  if (rows.length > 0) return ok({ items: rows.map(toFlowVersion) })
  const flow = await findFlow(db, actor.organizationId, flowId)
  return flow === undefined ? flowNotFound() : ok({ items: [] })
}

/** One published version with its document. */
export const getFlowVersion = async (
  { db }: Context,
  actor: Actor,
  { flowId, version }: { flowId: string; version: number },
): Promise<Result<FlowVersion & { document: FlowDocument }, Failure>> => {
  const row = await findVersion(db, actor.organizationId, flowId, version)
  return row === undefined
    ? err({ code: 'not-found', detail: 'There is no such version of such a flow.' })
    : ok({ ...toFlowVersion(row), document: row.document })
}
