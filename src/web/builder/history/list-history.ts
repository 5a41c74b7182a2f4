import { applyOperation } from '#domain/flow/apply-operation.ts'
import { describeOperation, type OperationDescription } from '#domain/flow/describe-operation.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import type { FlowStore } from '../state/flow-store.ts'

/** One step of the history in words. */
export interface HistoryStep extends OperationDescription {
  isDone: boolean
  /** How many steps are done when one goes there. */
  done: number
}

/** What somebody else's edits made impossible leaves the flow as it is: the words stay good enough. */
const applied = (flow: FlowState, operation: Operation): FlowState => {
  const result = applyOperation(flow, operation)
  return result.ok ? result.value : flow
}

/**
 * The steps that were done and those that were undone, the newest first. Each is put into words on the
 * flow that it was made on, which is found by walking back from the present one.
 */
export const listHistory = ({ flow, past, future }: FlowStore): HistoryStep[] => {
  const steps: HistoryStep[] = []
  let before = flow
  for (const [index, { operation, inverse }] of [...past.entries()].toReversed()) {
    before = applied(before, inverse)
    steps.push({ ...describeOperation(before, operation), isDone: true, done: index + 1 })
  }
  let now = flow
  for (const [index, { operation }] of future.toReversed().entries()) {
    const done = past.length + index + 1
    steps.unshift({ ...describeOperation(now, operation), isDone: false, done })
    now = applied(now, operation)
  }
  return steps
}
