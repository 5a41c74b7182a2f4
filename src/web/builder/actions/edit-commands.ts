import {
  type Component,
  type ComponentTypeName,
  getComponentType,
} from '#domain/components/component-registry.ts'
import type { Preset } from '#domain/components/component-type.ts'
import { canReceive } from '#domain/components/otp/otp-recipient.ts'
import {
  createComponent,
  findFreeComponentId,
  removePageWithTransitions,
} from '#domain/flow/compose-operations.ts'
import { findFieldsInSight } from '#domain/flow/fields-in-sight.ts'
import { type FlowState, getComponent, getPage } from '#domain/flow/flow-state.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import { pageSpacing } from '#domain/flow/page-spacing.ts'
import { type Builder, flowOf } from '../builder.ts'

/** A place for a component: on a page, before what now stands at the index. */
export interface Place {
  pageId: string
  index: number
}

/** Dispatches, and says why when the document refuses. */
export const attempt = (builder: Builder, operation: Operation, mergeKey?: string): boolean => {
  const result = builder.editor.dispatch(operation, mergeKey)
  if (!result.ok) builder.notify(result.error.message, { tone: 'error' })
  return result.ok
}

/** Where a new component goes when no place is given: after the selection, else on the last page. */
const findPlaceForNew = (builder: Builder): Place => {
  const flow = flowOf(builder)
  const { selection } = builder.session.getState()
  if (selection.kind === 'component') {
    const pageId = flow.pageIdByComponentId[selection.componentId]
    if (pageId !== undefined) {
      const { componentOrder } = getPage(flow, pageId)
      return { pageId, index: componentOrder.indexOf(selection.componentId) + 1 }
    }
  }
  const wanted = selection.kind === 'page' ? selection.pageId : ''
  const pageId = flow.pagesById[wanted] ? wanted : (flow.pageOrder.at(-1) ?? '')
  return { pageId, index: getPage(flow, pageId).componentOrder.length }
}

/** The only field that fits a new OTP, if there is exactly one: then there is nothing to choose. */
const findOnlyRecipient = (flow: FlowState, otp: Component, place: Place): string | undefined => {
  if (otp.type !== 'otp') return undefined
  const page = getPage(flow, place.pageId)
  const withOtp: FlowState = {
    ...flow,
    componentsById: { ...flow.componentsById, [otp.id]: otp },
    pageIdByComponentId: { ...flow.pageIdByComponentId, [otp.id]: page.id },
    pagesById: {
      ...flow.pagesById,
      [page.id]: {
        ...page,
        componentOrder: page.componentOrder.toSpliced(place.index, 0, otp.id),
      },
    },
  }
  const fitting = findFieldsInSight(withOtp, otp.id).filter((field) =>
    canReceive(field, otp.channel),
  )
  return fitting.length === 1 ? fitting[0]?.id : undefined
}

/** Adds a component as the palette offers it, selects it and says where it went. */
export const addPreset = (
  builder: Builder,
  typeName: ComponentTypeName,
  preset: Preset,
  place: Place = findPlaceForNew(builder),
): void => {
  const flow = flowOf(builder)
  const created = createComponent(flow, typeName, preset)
  const recipientField = findOnlyRecipient(flow, created, place)
  const component =
    created.type === 'otp' && recipientField ? { ...created, recipientField } : created
  if (!attempt(builder, { type: 'component.add', ...place, component })) return
  selectComponent(builder, component.id)
  builder.canvas?.reveal(place.pageId)
}

/** Selects a component and shows its settings. */
export const selectComponent = (builder: Builder, componentId: string): void =>
  builder.session.setState({
    selection: { kind: 'component', componentId },
    panel: 'settings',
  })

/** Selects a page and shows its settings. */
export const selectPage = (builder: Builder, pageId: string): void =>
  builder.session.setState({ selection: { kind: 'page', pageId }, panel: 'settings' })

/** Moves a component to a place that was counted without it. */
export const moveComponentTo = (builder: Builder, componentId: string, place: Place): void => {
  const flow = flowOf(builder)
  const pageId = flow.pageIdByComponentId[componentId]
  const isThere =
    pageId === place.pageId &&
    getPage(flow, pageId).componentOrder.indexOf(componentId) === place.index
  if (!isThere) attempt(builder, { type: 'component.move', componentId, ...place })
  selectComponent(builder, componentId)
}

/** Moves the selected component one place, over the edge of its page to the next or previous one. */
export const shiftComponent = (builder: Builder, componentId: string, step: 1 | -1): void => {
  const flow = flowOf(builder)
  const page = getPage(flow, flow.pageIdByComponentId[componentId] ?? '')
  const index = page.componentOrder.indexOf(componentId) + step
  if (index >= 0 && index < page.componentOrder.length) {
    moveComponentTo(builder, componentId, { pageId: page.id, index })
  } else {
    sendToPage(builder, componentId, step, step > 0 ? 'start' : 'end')
  }
}

/** Moves a component to the page after or before its own. */
export const sendToPage = (
  builder: Builder,
  componentId: string,
  step: 1 | -1,
  end: 'start' | 'end' = 'end',
): void => {
  const flow = flowOf(builder)
  const from = flow.pageOrder.indexOf(flow.pageIdByComponentId[componentId] ?? '')
  const pageId = flow.pageOrder[from + step]
  if (pageId === undefined) return
  const index = end === 'start' ? 0 : getPage(flow, pageId).componentOrder.length
  moveComponentTo(builder, componentId, { pageId, index })
  builder.canvas?.reveal(pageId)
}

/** Moves a page one place in the order. */
export const shiftPage = (builder: Builder, pageId: string, step: 1 | -1): void => {
  const index = flowOf(builder).pageOrder.indexOf(pageId) + step
  if (index < 1 || index >= flowOf(builder).pageOrder.length) return
  attempt(builder, { type: 'page.move', pageId, index })
}

/** Adds an empty Mobile App Page after all others and selects it. */
export const addPage = (builder: Builder): void => {
  const flow = flowOf(builder)
  const last = getPage(flow, flow.pageOrder.at(-1) ?? '')
  const id = `page-${builder.newId()}`
  const page = {
    id,
    kind: 'mobile' as const,
    title: `Page ${flow.pageOrder.length}`,
    position: { x: last.position.x + pageSpacing, y: last.position.y },
    components: [],
    next: [],
  }
  if (!attempt(builder, { type: 'page.add', page, index: flow.pageOrder.length })) return
  selectPage(builder, id)
  builder.canvas?.reveal(id)
}

/** Puts a copy of a component below it, under an id of its own. */
export const duplicateComponent = (builder: Builder, componentId: string): void => {
  const flow = flowOf(builder)
  const original = getComponent(flow, componentId)
  const pageId = flow.pageIdByComponentId[componentId] ?? ''
  const index = getPage(flow, pageId).componentOrder.indexOf(componentId) + 1
  const component = { ...original, id: findFreeComponentId(flow, original.title) }
  if (!attempt(builder, { type: 'component.add', pageId, index, component })) return
  selectComponent(builder, component.id)
}

/** Deletes what is selected, selects what is nearest and offers to take it back. */
export const removeSelected = (builder: Builder): void => {
  const flow = flowOf(builder)
  const { selection } = builder.session.getState()
  if (selection.kind === 'component') {
    const { componentId } = selection
    const { title, type } = getComponent(flow, componentId)
    const pageId = flow.pageIdByComponentId[componentId] ?? ''
    const { componentOrder } = getPage(flow, pageId)
    const index = componentOrder.indexOf(componentId)
    if (!attempt(builder, { type: 'component.remove', componentId })) return
    const nearest = componentOrder[index + 1] ?? componentOrder[index - 1]
    if (nearest === undefined) selectPage(builder, pageId)
    else selectComponent(builder, nearest)
    builder.notify(`Deleted ${getComponentType(type).label} "${title}"`, { undo: true })
  }
  if (selection.kind === 'page') {
    const page = getPage(flow, selection.pageId)
    if (!attempt(builder, removePageWithTransitions(flow, page.id))) return
    builder.session.setState({ selection: { kind: 'flow' } })
    builder.notify(`Deleted page "${page.title}"`, { undo: true })
  }
}
