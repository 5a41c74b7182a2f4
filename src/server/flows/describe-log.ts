import type { SentOperation } from '#contract/flow-contract.ts'
import { applyOperation } from '#domain/flow/apply-operation.ts'
import { describeOperation, type OperationDescription } from '#domain/flow/describe-operation.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'

/**
 * Operations that fit a flow, in words, each on the flow as it was then: later nobody knows any more
 * what a setting was before.
 */
export const describeLog = (
  before: FlowState,
  operations: readonly SentOperation[],
): OperationDescription[] => {
  let state = before
  return operations.map(({ operation }) => {
    const words = describeOperation(state, operation)
    const applied = applyOperation(state, operation)
    if (applied.ok) state = applied.value
    return words
  })
}
