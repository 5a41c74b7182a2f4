import type { FlowState } from './flow-state.ts'
import type { Operation } from './operation-schema.ts'

/** One thing that an operation sets: who sets it again without knowing is in conflict. */
export type TouchedSetting = string

/**
 * What an operation sets, one key for each setting. Two operations that touch the same key do not
 * commute; two that do not, merge. Additions, moves and removals have no setting: they either find
 * their target or are refused.
 */
export const listTouchedSettings = (operation: Operation): TouchedSetting[] => {
  switch (operation.type) {
    case 'flow.update':
      return Object.keys(operation.changes).map((name) => `flow/${name}`)
    case 'page.update':
      return Object.keys(operation.changes).map((name) => `page/${operation.pageId}/${name}`)
    case 'component.update':
      return Object.keys(operation.changes).map(
        (name) => `component/${operation.componentId}/${name}`,
      )
    case 'component.changeType':
      return [`component/${operation.component.id}/type`]
    case 'transition.update':
      return [`transition/${operation.pageId}/${operation.transition.id}`]
    case 'batch':
      return operation.operations.flatMap(listTouchedSettings)
    default:
      return []
  }
}

/** Reads a touched setting's value in a state; nothing when its target is not there. */
export const findTouchedValue = (state: FlowState, touched: TouchedSetting): unknown => {
  const [kind, id = '', name = ''] = touched.split('/')
  const read = (target: object | undefined, key: string): unknown =>
    target === undefined ? undefined : (target as Record<string, unknown>)[key]
  if (kind === 'flow') return read(state.settings, id)
  if (kind === 'page') return read(state.pagesById[id], name)
  if (kind === 'component') return read(state.componentsById[id], name)
  return state.pagesById[id]?.next.find((transition) => transition.id === name)
}
