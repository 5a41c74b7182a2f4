import { applyOperation } from './apply-operation.ts'
import { type FlowState, getComponent, getPage, joinPage } from './flow-state.ts'
import type { Operation, OperationOf, SimpleOperation } from './operation-schema.ts'

const pick = <Source extends object>(source: Source, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(source).filter(([key]) => keys.includes(key)))

const invertUpdate = (
  state: FlowState,
  { componentId, changes }: OperationOf<'component.update'>,
): SimpleOperation => {
  const component = getComponent(state, componentId)
  const newId = typeof changes.id === 'string' ? changes.id : componentId
  return {
    type: 'component.update',
    componentId: newId,
    changes: pick(component, Object.keys(changes)) as typeof changes,
  }
}

const invertPageMove = (
  state: FlowState,
  { pageId, position, index }: OperationOf<'page.move'>,
): SimpleOperation => ({
  type: 'page.move',
  pageId,
  ...(position !== undefined && { position: getPage(state, pageId).position }),
  ...(index !== undefined && { index: state.pageOrder.indexOf(pageId) }),
})

const placeOf = (state: FlowState, componentId: string): { pageId: string; index: number } => {
  const pageId = state.pageIdByComponentId[componentId] ?? ''
  return { pageId, index: getPage(state, pageId).componentOrder.indexOf(componentId) }
}

const invertTransition = (
  state: FlowState,
  pageId: string,
  transitionId: string,
): { transition: OperationOf<'transition.add'>['transition']; index: number } => {
  const { next } = getPage(state, pageId)
  const index = next.findIndex(({ id }) => id === transitionId)
  const transition = next[index]
  if (transition === undefined) throw new Error(`no transition "${transitionId}"`)
  return { transition, index }
}

const invertSimple = (state: FlowState, operation: SimpleOperation): SimpleOperation => {
  switch (operation.type) {
    case 'flow.update':
      return { ...operation, changes: pick(state.settings, Object.keys(operation.changes)) }
    case 'page.add':
      return { type: 'page.remove', pageId: operation.page.id }
    case 'page.update': {
      const page = getPage(state, operation.pageId)
      return { ...operation, changes: pick(page, Object.keys(operation.changes)) }
    }
    case 'page.move':
      return invertPageMove(state, operation)
    case 'page.remove': {
      const { pageId } = operation
      return {
        type: 'page.add',
        page: joinPage(state, pageId),
        index: state.pageOrder.indexOf(pageId),
      }
    }
    case 'component.add':
      return { type: 'component.remove', componentId: operation.component.id }
    case 'component.update':
      return invertUpdate(state, operation)
    case 'component.move':
      return { ...operation, ...placeOf(state, operation.componentId) }
    case 'component.remove': {
      const component = getComponent(state, operation.componentId)
      return { type: 'component.add', ...placeOf(state, component.id), component }
    }
    case 'component.changeType':
      return { ...operation, component: getComponent(state, operation.component.id) }
    case 'transition.add': {
      const { pageId, transition } = operation
      return { type: 'transition.remove', pageId, transitionId: transition.id }
    }
    case 'transition.update': {
      const { pageId, transition } = operation
      return {
        type: 'transition.update',
        pageId,
        transition: invertTransition(state, pageId, transition.id).transition,
      }
    }
    case 'transition.remove': {
      const { pageId, transitionId } = operation
      return { type: 'transition.add', pageId, ...invertTransition(state, pageId, transitionId) }
    }
  }
}

/**
 * The operation that undoes another one. Both are about the state before the operation, which must be
 * one that `applyOperation` accepts there; otherwise it throws.
 */
export const invertOperation = (state: FlowState, operation: Operation): Operation => {
  if (operation.type !== 'batch') return invertSimple(state, operation)
  const inverses: SimpleOperation[] = []
  let current = state
  for (const part of operation.operations) {
    inverses.unshift(invertSimple(current, part))
    const applied = applyOperation(current, part)
    if (!applied.ok) throw new Error(`cannot invert a refused operation: ${applied.error.message}`)
    current = applied.value
  }
  return { type: 'batch', label: operation.label, operations: inverses }
}
