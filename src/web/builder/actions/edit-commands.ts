import {
  type Component,
  type ComponentTypeName,
  getComponentType,
} from '#domain/components/component-registry.ts'
import type { Preset } from '#domain/components/component-type.ts'
import { canReceive } from '#domain/components/otp/otp-recipient.ts'
import { createComponent } from '#domain/flow/compose-operations.ts'
import { describeOperation } from '#domain/flow/describe-operation.ts'
import { findFieldsInSight } from '#domain/flow/fields-in-sight.ts'
import { type FlowState, getPage } from '#domain/flow/flow-state.ts'
import { moveComponents } from '#domain/flow/move-components.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import { type Builder, flowOf } from '../builder.ts'
import {
  isComponentSelected,
  primaryComponentId,
  primaryPageId,
  selectedComponentIds,
} from '../state/selection.ts'
import { selectComponent, selectComponents } from './select-commands.ts'

/** A place for a component: on a page, before what now stands at the index. */
export interface Place {
  pageId: string
  index: number
}

/** What is not seen where the keyboard is: additions and moves. What is typed or toasted is known. */
const isAnnounced = ({ type }: Operation): boolean =>
  type === 'component.add' ||
  type === 'component.move' ||
  type === 'page.add' ||
  type === 'page.move'

/** Dispatches, and says why when the document refuses. */
export const attempt = (builder: Builder, operation: Operation, mergeKey?: string): boolean => {
  const before = flowOf(builder)
  const result = builder.editor.dispatch(operation, mergeKey)
  if (!result.ok) builder.notify(result.error.message, { tone: 'error' })
  else if (isAnnounced(operation)) {
    builder.session.setState({ announcement: describeOperation(before, operation).text })
  }
  return result.ok
}

/** Where a new component goes when no place is given: after the selection, else on the last page. */
export const findPlaceForNew = (builder: Builder): Place => {
  const flow = flowOf(builder)
  const { selection } = builder.session.getState()
  const componentId = primaryComponentId(selection) ?? ''
  const selectedOn = flow.pageIdByComponentId[componentId]
  if (selectedOn !== undefined) {
    const { componentOrder } = getPage(flow, selectedOn)
    return { pageId: selectedOn, index: componentOrder.indexOf(componentId) + 1 }
  }
  const wanted = primaryPageId(selection) ?? ''
  const pageId = flow.pagesById[wanted] ? wanted : (flow.pageOrder.at(-1) ?? '')
  return { pageId, index: getPage(flow, pageId).componentOrder.length }
}

/** An OTP can't stand on the Initial Page: it goes to the beginning of the page after it. */
export const toOtpPlace = (flow: FlowState, place: Place): Place | undefined => {
  if (getPage(flow, place.pageId).kind === 'mobile') return place
  const [, pageId] = flow.pageOrder
  return pageId === undefined ? undefined : { pageId, index: 0 }
}

/** Where something new goes that was asked for at a place: there, or as near as it can stand. */
export const toPresetPlace = (flow: FlowState, typeName: ComponentTypeName, asked: Place): Place =>
  (typeName === 'otp' ? toOtpPlace(flow, asked) : undefined) ?? asked

/** The flow as it would be with one more component, to look at it from there. */
export const withComponent = (flow: FlowState, component: Component, place: Place): FlowState => {
  const page = getPage(flow, place.pageId)
  const componentOrder = page.componentOrder.toSpliced(place.index, 0, component.id)
  return {
    ...flow,
    componentsById: { ...flow.componentsById, [component.id]: component },
    pageIdByComponentId: { ...flow.pageIdByComponentId, [component.id]: page.id },
    pagesById: { ...flow.pagesById, [page.id]: { ...page, componentOrder } },
  }
}

/** The only field that fits a new OTP, if there is exactly one: then there is nothing to choose. */
const findOnlyRecipient = (flow: FlowState, otp: Component, place: Place): string | undefined => {
  if (otp.type !== 'otp') return undefined
  const fitting = findFieldsInSight(withComponent(flow, otp, place), otp.id).filter((field) =>
    canReceive(field, otp.channel),
  )
  return fitting.length === 1 ? fitting[0]?.id : undefined
}

/** A new component as the palette offers it; an OTP gets the only field that fits as its recipient. */
export const createFromPreset = (
  flow: FlowState,
  typeName: ComponentTypeName,
  preset: Preset,
  place: Place,
): Component => {
  const created = createComponent(flow, typeName, preset)
  if (created.type !== 'otp' || created.recipientField !== null) return created
  const recipientField = findOnlyRecipient(flow, created, place)
  return recipientField ? { ...created, recipientField } : created
}

/** Adds a component as the palette offers it, selects it and says where it went. */
export const addPreset = (
  builder: Builder,
  typeName: ComponentTypeName,
  preset: Preset,
  asked: Place = findPlaceForNew(builder),
): void => {
  const flow = flowOf(builder)
  const place = toPresetPlace(flow, typeName, asked)
  const component = createFromPreset(flow, typeName, preset, place)
  if (!attempt(builder, { type: 'component.add', ...place, component })) return
  builder.recent.push(preset.name)
  selectComponent(builder, component.id)
  builder.canvas?.reveal(place.pageId)
  if (place.pageId === asked.pageId) return
  const { title } = getPage(flow, place.pageId)
  builder.notify(`Added ${component.title} to ${title}: it can't stand on the Initial Page`)
}

/** Counts a place without the components that are moved there along with the one it was counted for. */
const countWithout = (flow: FlowState, place: Place, movedId: string, ids: readonly string[]) => {
  const order = getPage(flow, place.pageId).componentOrder.filter((id) => id !== movedId)
  const before = order.slice(0, place.index).filter((id) => !ids.includes(id))
  return { ...place, index: before.length }
}

/**
 * Moves a component to a place that was counted without it, and with it the others that are selected,
 * when it is one of them.
 */
export const moveComponentTo = (builder: Builder, componentId: string, place: Place): void => {
  const flow = flowOf(builder)
  const { selection } = builder.session.getState()
  const isSelected = isComponentSelected(selection, componentId)
  const ids = isSelected ? selectedComponentIds(selection) : [componentId]
  const operation = moveComponents(flow, ids, countWithout(flow, place, componentId, ids))
  if (operation) attempt(builder, operation)
  selectComponents(builder, ids)
}

/** The label of a component's type and its title, for example `OTP "Receiver"`. */
export const nameOf = ({ type, title }: Component): string =>
  `${getComponentType(type).label} "${title}"`
