import { type Alignment, alignPages } from '#domain/flow/align-pages.ts'
import { type FlowState, getPage } from '#domain/flow/flow-state.ts'
import { moveComponents } from '#domain/flow/move-components.ts'
import type { SimpleOperation } from '#domain/flow/operation-schema.ts'
import type { Builder } from '../builder.ts'
import { attempt, type Place } from './edit-commands.ts'
import { findSelectedParts } from './selected-parts.ts'

const moveSelected = (builder: Builder, place: Place): void => {
  const { flow, componentIds } = findSelectedParts(builder)
  const operation = moveComponents(flow, componentIds, place)
  if (operation) attempt(builder, operation)
  builder.canvas?.reveal(place.pageId)
}

/** The page before or after that of the first, or last, of some components. */
const findNeighbour = (flow: FlowState, ids: readonly string[], step: 1 | -1) => {
  const outer = step > 0 ? ids.at(-1) : ids[0]
  const at = flow.pageOrder.indexOf(flow.pageIdByComponentId[outer ?? ''] ?? '')
  return at + step < 0 ? undefined : flow.pageOrder[at + step]
}

/** Moves the selected components to the page after or before their own. */
export const sendSelected = (
  builder: Builder,
  step: 1 | -1,
  end: 'start' | 'end' = 'end',
): void => {
  const { flow, componentIds } = findSelectedParts(builder)
  const pageId = findNeighbour(flow, componentIds, step)
  if (pageId === undefined) return
  const index = end === 'start' ? 0 : getPage(flow, pageId).componentOrder.length
  moveSelected(builder, { pageId, index })
}

/** Moves the selected components one place, over the edge of their page to the next or previous one. */
const shiftComponents = (builder: Builder, step: 1 | -1): void => {
  const { flow, componentIds } = findSelectedParts(builder)
  const outer = (step > 0 ? componentIds.at(-1) : componentIds[0]) ?? ''
  const page = getPage(flow, flow.pageIdByComponentId[outer] ?? '')
  const at = page.componentOrder.indexOf(outer) + step
  if (at < 0 || at >= page.componentOrder.length) {
    sendSelected(builder, step, step > 0 ? 'start' : 'end')
    return
  }
  const before = page.componentOrder.slice(0, step > 0 ? at + 1 : at)
  const index = before.filter((id) => !componentIds.includes(id)).length
  moveSelected(builder, { pageId: page.id, index })
}

/** Moves the selected pages one place in the order. */
const shiftPages = (builder: Builder, step: 1 | -1): void => {
  const { flow, pageIds } = findSelectedParts(builder)
  const ordered = step > 0 ? pageIds.toReversed() : pageIds
  const outermost = flow.pageOrder.indexOf(ordered[0] ?? '') + step
  if (outermost < 1 || outermost >= flow.pageOrder.length) return
  const operations = ordered.map((pageId): SimpleOperation => {
    const index = flow.pageOrder.indexOf(pageId) + step
    return { type: 'page.move', pageId, index }
  })
  const [first] = operations
  if (first === undefined) return
  const label = `Moved ${operations.length} pages`
  attempt(builder, operations.length === 1 ? first : { type: 'batch', label, operations })
}

/** Moves what is selected one place up or down. */
export const shiftSelected = (builder: Builder, step: 1 | -1): void => {
  const { componentIds, pageIds } = findSelectedParts(builder)
  if (componentIds.length > 0) shiftComponents(builder, step)
  else if (pageIds.length > 0) shiftPages(builder, step)
}

/** Aligns or distributes the selected pages on the canvas. */
export const alignSelected = (builder: Builder, alignment: Alignment): void => {
  const { flow, pageIds } = findSelectedParts(builder)
  const operation = alignPages(flow, pageIds, alignment)
  if (operation) attempt(builder, operation)
  else builder.notify('The pages stand so already')
}
