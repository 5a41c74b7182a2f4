import { type FlowState, toFlowState } from '#domain/flow/flow-state.ts'
import type { Database } from '#server/platform/db/database.ts'
import { listOperationsSince } from './flow-operation-repo.ts'
import { type FlowHead, readStoredDocument } from './flow-repo.ts'
import { replayOperations } from './replay-operations.ts'

/** A flow at a revision, ready to be changed. */
export interface NewestState {
  revision: number
  state: FlowState
  /** The document has at most so many bytes as JSON. */
  bytes: number
}

/** So many flows that were saved last are kept in memory. */
const mostFlows = 64

/** Of each database by flow, the one that was saved last at the end. */
const kept = new WeakMap<Database, Map<string, NewestState>>()

/** Length as JSON, in bytes. */
export const countBytes = (value: unknown): number =>
  new TextEncoder().encode(JSON.stringify(value)).length

const readFromDatabase = async (
  tx: Database,
  { id, revision, documentRevision }: FlowHead,
): Promise<NewestState> => {
  const document = await readStoredDocument(tx, id)
  return {
    revision: documentRevision ?? revision,
    state: toFlowState(document),
    bytes: countBytes(document),
  }
}

/**
 * The newest state of a flow whose lock `tx` holds: what this process has kept of it, brought up to
 * date by the log where other processes have saved meanwhile; else read from the database.
 */
export const readNewestState = async (
  db: Database,
  tx: Database,
  flow: FlowHead,
): Promise<NewestState> => {
  const known = kept.get(db)?.get(flow.id)
  const start = known ?? (await readFromDatabase(tx, flow))
  if (start.revision === flow.revision) return start
  const since = await listOperationsSince(tx, flow.id, start.revision)
  return {
    revision: flow.revision,
    state: replayOperations(start.state, since),
    bytes: start.bytes + countBytes(since.map(({ operation }) => operation)),
  }
}

/** Keeps a state for the next save. To be called once it is committed. */
export const keepNewestState = (db: Database, flowId: string, newest: NewestState): void => {
  const flows = kept.get(db) ?? new Map<string, NewestState>()
  kept.set(db, flows)
  const known = flows.get(flowId)
  if (known !== undefined && known.revision > newest.revision) return
  flows.delete(flowId)
  flows.set(flowId, newest)
  const [oldest] = flows.keys()
  if (flows.size > mostFlows && oldest !== undefined) flows.delete(oldest)
}
