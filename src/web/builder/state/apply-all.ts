import { applyOperation } from '#domain/flow/apply-operation.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'

/** Applies operations in order; what no longer fits is passed over. */
export const applyAll = (
  flow: FlowState,
  operations: readonly { operation: Operation }[],
): FlowState =>
  operations.reduce((current, { operation }) => {
    const applied = applyOperation(current, operation)
    return applied.ok ? applied.value : current
  }, flow)
