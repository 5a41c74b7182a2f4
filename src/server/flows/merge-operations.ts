import type { Conflict, Saved, SentOperation } from '#contract/flow-contract.ts'
import { applyOperation } from '#domain/flow/apply-operation.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import { findConflict, type OthersChanges, toRefusal } from './find-conflict.ts'

/** What came of merging: the new state, and for each operation where it went. */
export interface Merge {
  state: FlowState
  /** New in the document, in order. */
  added: SentOperation[]
  /** What is in the document now, replays included, and at which revision it came there. */
  applied: Saved['applied']
  conflicts: Conflict[]
}

/**
 * Applies operations in order on the newest state. One that was applied before is passed over; one
 * that would overwrite what somebody else set, or that finds its target gone, is a conflict and
 * leaves no trace; all the others are applied, and each makes the next revision.
 */
export const mergeOperations = (
  before: { state: FlowState; revision: number },
  sent: readonly SentOperation[],
  known: ReadonlyMap<string, number>,
  others: OthersChanges,
): Merge => {
  const merge: Merge = { state: before.state, added: [], applied: [], conflicts: [] }
  const decided = new Set<string>()
  for (const operation of sent) {
    if (decided.has(operation.id)) continue
    decided.add(operation.id)
    const revision = known.get(operation.id)
    if (revision !== undefined) {
      merge.applied.push({ id: operation.id, revision })
      continue
    }
    const conflict = findConflict(merge.state, operation, others)
    if (conflict === undefined) addOperation(merge, before.revision, operation)
    else merge.conflicts.push(conflict)
  }
  return merge
}

const addOperation = (merge: Merge, base: number, operation: SentOperation): void => {
  const outcome = applyOperation(merge.state, operation.operation)
  if (!outcome.ok) {
    merge.conflicts.push(toRefusal(operation, outcome.error))
    return
  }
  merge.state = outcome.value
  merge.added.push(operation)
  merge.applied.push({ id: operation.id, revision: base + merge.added.length })
}
