import { type FlowState, listPages } from '#domain/flow/flow-state.ts'
import { type Builder, flowOf } from '../builder.ts'
import { selectedComponentIds, selectedPageIds } from '../state/selection.ts'

/** What is selected and still there, in the order in which it stands in the flow. */
export interface SelectedParts {
  flow: FlowState
  componentIds: readonly string[]
  pageIds: readonly string[]
}

/** What of the selection still exists: somebody else, or an undo, may have removed a part of it. */
export const findSelectedParts = (builder: Builder): SelectedParts => {
  const flow = flowOf(builder)
  const { selection } = builder.session.getState()
  const pages = selectedPageIds(selection)
  const components = selectedComponentIds(selection)
  return {
    flow,
    pageIds: flow.pageOrder.filter((id) => pages.includes(id)),
    componentIds:
      components.length < 2
        ? components.filter((id) => flow.componentsById[id] !== undefined)
        : listPages(flow)
            .flatMap(({ componentOrder }) => componentOrder)
            .filter((id) => components.includes(id)),
  }
}

/** "1 component" or "3 components". */
export const counted = (count: number, one: string): string =>
  `${count} ${one}${count === 1 ? '' : 's'}`
