import { type FlowState, joinPage } from './flow-state.ts'
import type { Operation } from './operation-schema.ts'
import { findTouchedValue, listTouchedSettings } from './touched-settings.ts'

const listTraces = (state: FlowState, operation: Operation): unknown[] => {
  switch (operation.type) {
    case 'component.add':
    case 'component.changeType':
      return [state.componentsById[operation.component.id]]
    case 'component.move':
      return [state.pageIdByComponentId[operation.componentId]]
    case 'page.add': {
      const { id } = operation.page
      return [state.pagesById[id] && joinPage(state, id)]
    }
    case 'page.move':
      return [state.pagesById[operation.pageId]?.position]
    case 'transition.add':
      return [findTouchedValue(state, `transition/${operation.pageId}/${operation.transition.id}`)]
    case 'batch':
      return operation.operations.flatMap((part) => listTraces(state, part))
    default:
      return listTouchedSettings(operation).map((touched) => findTouchedValue(state, touched))
  }
}

/**
 * What a state says of the things that an operation sets or adds, as text. So long as it reads the
 * same as right after the operation, nobody has worked on them since, and it may be taken back.
 */
export const readTraces = (state: FlowState, operation: Operation): string =>
  JSON.stringify(listTraces(state, operation))
