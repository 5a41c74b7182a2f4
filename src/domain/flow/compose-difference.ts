import { findKeptOrder } from '#domain/shared/find-kept-order.ts'
import {
  type ComponentDifference,
  compareFlows,
  type FlowDifference,
  type PageDifference,
  type TransitionDifference,
} from './compare-flows.ts'
import { type FlowState, getComponent, joinPage, listPages } from './flow-state.ts'
import type { Operation, OperationOf, SimpleOperation } from './operation-schema.ts'

/** An entry that is to stand at an index of a list. */
interface Placing {
  id: string
  index: number
}

/**
 * How to put a list into another order with the fewest steps, each of which lifts an entry out and
 * sets it in again, or sets in a new one. What only the old list has stays somewhere in between.
 */
const listPlacings = (before: readonly string[], after: readonly string[]): Placing[] => {
  const kept = findKeptOrder(before, after)
  let current = before
  return after.flatMap((id, place): Placing[] => {
    if (kept.has(id)) return []
    const others = current.filter((other) => other !== id)
    const previous = after[place - 1]
    const index = previous === undefined ? 0 : others.indexOf(previous) + 1
    current = others.toSpliced(index, 0, id)
    return [{ id, index }]
  })
}

const toChanges = (settings: readonly { name: string; after: unknown }[]) =>
  Object.fromEntries(settings.map(({ name, after }) => [name, after]))

const updateComponent = ({ componentId, after, settings }: ComponentDifference) => {
  if (after === null || settings.length === 0) return []
  const isOtherType = settings.some(({ name }) => name === 'type')
  return [
    isOtherType
      ? ({ type: 'component.changeType', component: after } as const)
      : ({
          type: 'component.update',
          componentId,
          changes: toChanges(settings) as OperationOf<'component.update'>['changes'],
        } as const),
  ]
}

/**
 * Adds pages, each after the one that comes before it, with those of their components that are new;
 * others come from where they stand. Also answers the order of the pages then.
 */
const addPages = (before: FlowState, after: FlowState) => {
  let order = before.pageOrder
  const operations = after.pageOrder.flatMap((pageId, place): SimpleOperation[] => {
    if (before.pagesById[pageId] !== undefined) return []
    const index = order.indexOf(after.pageOrder[place - 1] ?? '') + 1
    order = order.toSpliced(index, 0, pageId)
    const page = joinPage(after, pageId)
    const components = page.components.filter(({ id }) => before.componentsById[id] === undefined)
    return [{ type: 'page.add', page: { ...page, components }, index }]
  })
  return { operations, order }
}

/** Adds and moves components, so that each stands on its page in its order. */
const arrangeComponents = (before: FlowState, after: FlowState): SimpleOperation[] => {
  const isNew = (id: string) => before.componentsById[id] === undefined
  const orders = new Map(
    listPages(after).map(({ id, componentOrder }) => [
      id,
      before.pagesById[id]?.componentOrder.filter((one) => after.componentsById[one]) ??
        componentOrder.filter(isNew),
    ]),
  )
  return listPages(after).flatMap(({ id: pageId, componentOrder }) =>
    listPlacings(orders.get(pageId) ?? [], componentOrder).map(({ id, index }): SimpleOperation => {
      if (isNew(id)) {
        return { type: 'component.add', pageId, index, component: getComponent(after, id) }
      }
      const from = before.pageIdByComponentId[id] ?? ''
      orders.set(from, orders.get(from)?.filter((other) => other !== id) ?? [])
      return { type: 'component.move', componentId: id, pageId, index }
    }),
  )
}

const changeTransition = (
  pageId: string,
  { before, after, isMoved }: TransitionDifference,
): SimpleOperation[] => {
  if (before === null) return []
  if (after !== null && !isMoved) {
    return [{ type: 'transition.update', pageId, transition: after }]
  }
  return [{ type: 'transition.remove', pageId, transitionId: before.id }]
}

const changeTransitions = ({ pageId, after, transitions }: PageDifference): SimpleOperation[] => {
  const changed = transitions.flatMap((one) => changeTransition(pageId, one))
  // In order of the later state: when one is set in, all that come before it stand there.
  const added = transitions.flatMap((one): SimpleOperation[] => {
    if (one.after === null || (one.before !== null && !one.isMoved)) return []
    const index = after?.next.indexOf(one.after) ?? 0
    return [{ type: 'transition.add', pageId, transition: one.after, index }]
  })
  return [...changed, ...added]
}

const changePage = (page: PageDifference): SimpleOperation[] => {
  const { pageId, before, after, settings, isPlaced } = page
  if (before === null || after === null) return []
  return [
    ...(settings.length > 0
      ? [{ type: 'page.update' as const, pageId, changes: toChanges(settings) }]
      : []),
    ...(isPlaced ? [{ type: 'page.move' as const, pageId, position: after.position }] : []),
    ...changeTransitions(page),
  ]
}

const arrangePages = (order: readonly string[], after: FlowState): SimpleOperation[] => {
  const there = order.filter((id) => after.pagesById[id] !== undefined)
  return listPlacings(there, after.pageOrder).map(({ id, index }) => ({
    type: 'page.move',
    pageId: id,
    index,
  }))
}

const listOperations = (
  before: FlowState,
  after: FlowState,
  { settings, pages, components }: FlowDifference,
): SimpleOperation[] => {
  const isGone = (pageId: string | null) => after.pagesById[pageId ?? ''] === undefined
  const added = addPages(before, after)
  const gone = pages.filter((page) => page.after === null)
  return [
    ...(settings.length > 0
      ? [{ type: 'flow.update' as const, changes: toChanges(settings) }]
      : []),
    ...components
      // What stands on a removed page goes with it.
      .filter((one) => one.after === null && !isGone(one.pageIdBefore))
      .map(({ componentId }) => ({ type: 'component.remove' as const, componentId })),
    ...added.operations,
    ...arrangeComponents(before, after),
    ...components.flatMap(updateComponent),
    ...pages.flatMap(changePage),
    ...gone.map(({ pageId }) => ({ type: 'page.remove' as const, pageId })),
    ...arrangePages(added.order, after),
  ]
}

/**
 * The one operation that turns a flow into another state of it, and changes nothing else: so that it
 * merges with what others do, and can be undone. Nothing when they are the same. Both must have the
 * same Initial Page, which no operation replaces; it throws otherwise.
 */
export const composeDifference = (
  before: FlowState,
  after: FlowState,
  label: string,
): Operation | undefined => {
  if (before.pageOrder[0] !== after.pageOrder[0]) throw new Error('the Initial Pages differ')
  const operations = listOperations(before, after, compareFlows(before, after))
  return operations.length === 0 ? undefined : { type: 'batch', label, operations }
}
