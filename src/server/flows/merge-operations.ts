import type { Conflict, SentOperation } from '#contract/flow-contract.ts'
import { applyOperation } from '#domain/flow/apply-operation.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import { findConflict, type OthersChanges, toRefusal } from './find-conflict.ts'

/** What came of merging: the new state, and for each operation where it went. */
export interface Merge {
  state: FlowState
  /** New in the document, in order. */
  added: SentOperation[]
  /** Ids that are in the document now, replays included. */
  applied: string[]
  conflicts: Conflict[]
}

/**
 * Applies operations in order on the newest state. One that was applied before is passed over; one
 * that would overwrite what somebody else set, or that finds its target gone, is a conflict and
 * leaves no trace; all the others are applied.
 */
export const mergeOperations = (
  state: FlowState,
  sent: readonly SentOperation[],
  knownIds: ReadonlySet<string>,
  others: OthersChanges,
): Merge => {
  const merge: Merge = { state, added: [], applied: [], conflicts: [] }
  const seen = new Set(knownIds)
  for (const operation of sent) {
    const replay = seen.has(operation.id)
    seen.add(operation.id)
    const conflict = replay ? undefined : findConflict(merge.state, operation, others)
    if (replay) {
      merge.applied.push(operation.id)
    } else if (conflict !== undefined) {
      merge.conflicts.push(conflict)
    } else {
      addOperation(merge, operation)
    }
  }
  merge.applied = [...new Set(merge.applied)]
  return merge
}

const addOperation = (merge: Merge, operation: SentOperation): void => {
  const outcome = applyOperation(merge.state, operation.operation)
  if (!outcome.ok) {
    merge.conflicts.push(toRefusal(operation, outcome.error))
    return
  }
  merge.state = outcome.value
  merge.added.push(operation)
  merge.applied.push(operation.id)
}
