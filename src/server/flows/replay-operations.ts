import { applyOperation } from '#domain/flow/apply-operation.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import type { LoggedOperation } from './flow-operation-repo.ts'

/** Applies operations of the log again, in order. Throws when one does not fit: then the log is broken. */
export const replayOperations = (
  state: FlowState,
  log: readonly Pick<LoggedOperation, 'operation' | 'revision'>[],
): FlowState =>
  log.reduce((current, { operation, revision }) => {
    const applied = applyOperation(current, operation)
    if (!applied.ok) throw new Error(`the log does not fit at revision ${revision}`)
    return applied.value
  }, state)
