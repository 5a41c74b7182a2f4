import { ok, type Result } from '#domain/shared/result.ts'
import {
  addComponent,
  changeComponentType,
  moveComponent,
  removeComponent,
  updateComponent,
} from './apply-component-operation.ts'
import {
  addPage,
  addTransition,
  movePage,
  removePage,
  removeTransition,
  updatePage,
  updateTransition,
} from './apply-page-operation.ts'
import { dropUndefined } from './drop-undefined.ts'
import type { FlowState } from './flow-state.ts'
import type { OperationRefusal } from './operation-refusal.ts'
import type { Operation } from './operation-schema.ts'

/**
 * Applies one operation, in the browser and on the server alike. Pure; what does not change keeps its
 * identity. A batch is applied whole or not at all.
 */
export const applyOperation = (
  state: FlowState,
  operation: Operation,
): Result<FlowState, OperationRefusal> => {
  switch (operation.type) {
    case 'flow.update':
      return ok({ ...state, settings: { ...state.settings, ...dropUndefined(operation.changes) } })
    case 'page.add':
      return addPage(state, operation)
    case 'page.update':
      return updatePage(state, operation)
    case 'page.move':
      return movePage(state, operation)
    case 'page.remove':
      return removePage(state, operation)
    case 'component.add':
      return addComponent(state, operation)
    case 'component.update':
      return updateComponent(state, operation)
    case 'component.move':
      return moveComponent(state, operation)
    case 'component.remove':
      return removeComponent(state, operation)
    case 'component.changeType':
      return changeComponentType(state, operation)
    case 'transition.add':
      return addTransition(state, operation)
    case 'transition.update':
      return updateTransition(state, operation)
    case 'transition.remove':
      return removeTransition(state, operation)
    case 'batch':
      return applyOperations(state, operation.operations)
  }
}

/** Applies operations one after another; the first that is refused refuses them all. */
const applyOperations = (
  state: FlowState,
  operations: readonly Operation[],
): Result<FlowState, OperationRefusal> => {
  let current = state
  for (const operation of operations) {
    const applied = applyOperation(current, operation)
    if (!applied.ok) return applied
    current = applied.value
  }
  return ok(current)
}
