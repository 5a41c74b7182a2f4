import { getComponent, getPage } from '#domain/flow/flow-state.ts'
import type { Operation, SimpleOperation } from '#domain/flow/operation-schema.ts'
import { removePages } from '#domain/flow/remove-pages.ts'
import type { Builder } from '../builder.ts'
import { attempt, nameOf } from './edit-commands.ts'
import { selectComponent, selectPage } from './select-commands.ts'
import { counted, findSelectedParts } from './selected-parts.ts'

/** What comes after the first that goes, else what came before it. */
const findNearest = (
  order: readonly string[],
  first: string,
  gone: readonly string[],
): string | undefined => {
  const at = order.indexOf(first)
  const isLeft = (id: string) => !gone.includes(id)
  return order.slice(at).find(isLeft) ?? order.slice(0, at).findLast(isLeft)
}

const removeComponents = (builder: Builder): string | undefined => {
  const { flow, componentIds } = findSelectedParts(builder)
  const [first = ''] = componentIds
  const removals = componentIds.map(
    (componentId): SimpleOperation => ({ type: 'component.remove', componentId }),
  )
  const count = counted(removals.length, 'component')
  const [only] = removals
  const operation: Operation | undefined =
    removals.length > 1 ? { type: 'batch', label: `Deleted ${count}`, operations: removals } : only
  if (operation === undefined || !attempt(builder, operation)) return undefined
  const pageId = flow.pageIdByComponentId[first] ?? ''
  const { componentOrder } = getPage(flow, pageId)
  const nearest = findNearest(componentOrder, first, componentIds)
  if (nearest === undefined) selectPage(builder, pageId)
  else selectComponent(builder, nearest)
  return removals.length === 1 ? nameOf(getComponent(flow, first)) : count
}

const removeSelectedPages = (builder: Builder): string | undefined => {
  const { flow, pageIds } = findSelectedParts(builder)
  const operation = removePages(flow, pageIds, builder.newId)
  if (operation === undefined || !attempt(builder, operation)) return undefined
  const gone = pageIds.filter((id) => getPage(flow, id).kind === 'mobile')
  const [first = ''] = gone
  // The Initial Page always stays.
  selectPage(builder, findNearest(flow.pageOrder, first, gone) ?? '')
  return gone.length === 1 ? `page "${getPage(flow, first).title}"` : counted(gone.length, 'page')
}

/**
 * Removes what is selected and selects what is nearest. What led to a removed page leads to where that
 * one led. Answers what went; nothing when nothing did.
 */
export const takeOutSelected = (builder: Builder): string | undefined => {
  const { selection } = builder.session.getState()
  if (selection.kind === 'transition') {
    const { pageId, transitionId } = selection
    if (!attempt(builder, { type: 'transition.remove', pageId, transitionId })) return undefined
    selectPage(builder, pageId)
    return 'the connection'
  }
  return selection.kind === 'components' ? removeComponents(builder) : removeSelectedPages(builder)
}

/** Deletes what is selected and offers to take it back. */
export const removeSelected = (builder: Builder): void => {
  const gone = takeOutSelected(builder)
  if (gone !== undefined) builder.notify(`Deleted ${gone}`, { undo: true })
}
