import { getComponentType } from '#domain/components/component-registry.ts'
import { type Channel, channelLabels } from '#domain/otp/channel.ts'
import { describeListChange } from './describe-list-change.ts'
import { finishTarget } from './finish-target.ts'
import type { FlowState } from './flow-state.ts'
import type { Operation, OperationOf } from './operation-schema.ts'
import { labelSetting } from './setting-labels.ts'
import { shorten } from './shorten.ts'

/** An operation in words. */
export interface OperationDescription {
  /** For example "Moved OTP to Receiver" or "Send OTP Via: SMS → WhatsApp". */
  text: string
  /** The title of the component or page whose settings it changes, where the text does not say it. */
  subject: string | null
}

const titleOf = (state: FlowState, id: string): string =>
  state.componentsById[id]?.title ?? state.pagesById[id]?.title ?? id

/** How a setting's value reads; nothing when it takes more than a few words. */
const showValue = (state: FlowState, name: string, value: unknown): string | undefined => {
  if (value === null || value === undefined || value === '') return 'none'
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return undefined
  if (/channel$/i.test(name)) return channelLabels[value as Channel] ?? value
  if (/field$/i.test(name)) return shorten(titleOf(state, value))
  return shorten(value)
}

const describeChanges = (state: FlowState, before: object | undefined, changes: object): string => {
  const entries = Object.entries(changes)
  const [entry] = entries
  if (entry === undefined) return 'Nothing changed'
  const [name, value] = entry
  const label = labelSetting(name)
  if (entries.length > 1) return `${label} and ${entries.length - 1} more changed`
  const was = (before as Record<string, unknown> | undefined)?.[name]
  // The options of a Default Value are named by their ids, which say nothing.
  const inList = name === 'defaultValue' ? undefined : describeListChange(was, value)
  if (inList) return `${label}: ${inList}`
  const old = showValue(state, name, was)
  const fresh = showValue(state, name, value)
  return old === undefined || fresh === undefined
    ? `${label} changed`
    : `${label}: ${old} → ${fresh}`
}

const describePageMove = (
  state: FlowState,
  { pageId, index }: OperationOf<'page.move'>,
): string => {
  const title = titleOf(state, pageId)
  return index === undefined ? `Moved page ${title}` : `Moved page ${title} to place ${index + 1}`
}

const describeComponentMove = (
  state: FlowState,
  { componentId, pageId, index }: OperationOf<'component.move'>,
): string => {
  const title = titleOf(state, componentId)
  return state.pageIdByComponentId[componentId] === pageId
    ? `Moved ${title} to place ${index + 1}`
    : `Moved ${title} to ${titleOf(state, pageId)}`
}

const targetOf = (state: FlowState, to: string) =>
  to === finishTarget ? 'Finish Task' : titleOf(state, to)

const whole = (text: string): OperationDescription => ({ text, subject: null })

const describeTransition = (
  state: FlowState,
  operation:
    | OperationOf<'transition.add'>
    | OperationOf<'transition.update'>
    | OperationOf<'transition.remove'>,
): OperationDescription => {
  const from = titleOf(state, operation.pageId)
  const next = state.pagesById[operation.pageId]?.next ?? []
  if (operation.type === 'transition.add') {
    return whole(`Connected ${from} to ${targetOf(state, operation.transition.to)}`)
  }
  if (operation.type === 'transition.remove') {
    const to = next.find(({ id }) => id === operation.transitionId)?.to
    return whole(`Disconnected ${from}${to === undefined ? '' : ` from ${targetOf(state, to)}`}`)
  }
  const old = next.find(({ id }) => id === operation.transition.id)
  const { to } = operation.transition
  return old === undefined || old.to === to
    ? { text: `Condition of the way to ${targetOf(state, to)} changed`, subject: from }
    : whole(`Connected ${from} to ${targetOf(state, to)} instead of ${targetOf(state, old.to)}`)
}

/**
 * An operation in words, for the list of undo steps, toasts and Version History. `state` is the flow
 * before the operation; what it no longer or not yet holds is named by its id.
 */
export const describeOperation = (state: FlowState, operation: Operation): OperationDescription => {
  switch (operation.type) {
    case 'flow.update':
      return { text: describeChanges(state, state.settings, operation.changes), subject: 'Flow' }
    case 'page.add':
      return whole(`Added page ${operation.page.title}`)
    case 'page.update': {
      const page = state.pagesById[operation.pageId]
      return {
        text: describeChanges(state, page, operation.changes),
        subject: titleOf(state, operation.pageId),
      }
    }
    case 'page.move':
      return whole(describePageMove(state, operation))
    case 'page.remove':
      return whole(`Deleted page ${titleOf(state, operation.pageId)}`)
    case 'component.add':
      return whole(`Added ${operation.component.title} to ${titleOf(state, operation.pageId)}`)
    case 'component.update': {
      const component = state.componentsById[operation.componentId]
      return {
        text: describeChanges(state, component, operation.changes),
        subject: titleOf(state, operation.componentId),
      }
    }
    case 'component.move':
      return whole(describeComponentMove(state, operation))
    case 'component.remove':
      return whole(`Deleted ${titleOf(state, operation.componentId)}`)
    case 'component.changeType': {
      const { id, type } = operation.component
      return {
        text: `Component Type: ${labelType(state, id)} → ${getComponentType(type).label}`,
        subject: titleOf(state, id),
      }
    }
    case 'transition.add':
    case 'transition.update':
    case 'transition.remove':
      return describeTransition(state, operation)
    case 'batch':
      return whole(operation.label)
  }
}

const labelType = (state: FlowState, id: string): string => {
  const component = state.componentsById[id]
  return component === undefined ? id : getComponentType(component.type).label
}
