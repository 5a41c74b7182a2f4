import { type Component, componentSchema } from '#domain/components/component-registry.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import type { FlowState, PageState } from './flow-state.ts'
import { type OperationRefusal, refuse } from './operation-refusal.ts'
import type { OperationOf } from './operation-schema.ts'

type Applied = Result<FlowState, OperationRefusal>

const omit = <Value>(record: Readonly<Record<string, Value>>, key: string) => {
  const { [key]: _omitted, ...rest } = record
  return rest
}

const insertAt = <Item>(items: readonly Item[], index: number, item: Item): Item[] =>
  items.toSpliced(Math.min(index, items.length), 0, item)

const withPage = (state: FlowState, page: PageState): FlowState => ({
  ...state,
  pagesById: { ...state.pagesById, [page.id]: page },
})

const without = (state: FlowState, componentId: string): FlowState => {
  const page = state.pagesById[state.pageIdByComponentId[componentId] ?? '']
  if (page === undefined) return state
  return {
    ...withPage(state, {
      ...page,
      componentOrder: page.componentOrder.filter((id) => id !== componentId),
    }),
    componentsById: omit(state.componentsById, componentId),
    pageIdByComponentId: omit(state.pageIdByComponentId, componentId),
  }
}

const withComponent = (
  state: FlowState,
  page: PageState,
  index: number,
  component: Component,
): FlowState => ({
  ...withPage(state, {
    ...page,
    componentOrder: insertAt(page.componentOrder, index, component.id),
  }),
  componentsById: { ...state.componentsById, [component.id]: component },
  pageIdByComponentId: { ...state.pageIdByComponentId, [component.id]: page.id },
})

const goneComponent = (id: string) => refuse('target-gone', `Component "${id}" no longer exists.`)
const gonePage = (id: string) => refuse('target-gone', `Page "${id}" no longer exists.`)
const takenId = (id: string) => refuse('id-taken', `Another component has the id "${id}".`, 'id')

export const addComponent = (
  state: FlowState,
  { pageId, index, component }: OperationOf<'component.add'>,
): Applied => {
  const page = state.pagesById[pageId]
  if (page === undefined) return gonePage(pageId)
  if (state.componentsById[component.id] !== undefined) return takenId(component.id)
  return ok(withComponent(state, page, index, component))
}

export const removeComponent = (
  state: FlowState,
  { componentId }: OperationOf<'component.remove'>,
): Applied =>
  state.componentsById[componentId] === undefined
    ? goneComponent(componentId)
    : ok(without(state, componentId))

export const moveComponent = (
  state: FlowState,
  { componentId, pageId, index }: OperationOf<'component.move'>,
): Applied => {
  const component = state.componentsById[componentId]
  if (component === undefined) return goneComponent(componentId)
  if (state.pagesById[pageId] === undefined) return gonePage(pageId)
  const lifted = without(state, componentId)
  const page = lifted.pagesById[pageId]
  return page === undefined ? gonePage(pageId) : ok(withComponent(lifted, page, index, component))
}

/** Replaces a component in its place, under another id where that has changed. */
const replaceComponent = (state: FlowState, oldId: string, component: Component): Applied => {
  const page = state.pagesById[state.pageIdByComponentId[oldId] ?? '']
  if (page === undefined) return goneComponent(oldId)
  if (component.id === oldId) {
    return ok({ ...state, componentsById: { ...state.componentsById, [oldId]: component } })
  }
  if (state.componentsById[component.id] !== undefined) return takenId(component.id)
  const index = page.componentOrder.indexOf(oldId)
  const lifted = without(state, oldId)
  const liftedPage = lifted.pagesById[page.id]
  return liftedPage === undefined
    ? gonePage(page.id)
    : ok(withComponent(lifted, liftedPage, index, component))
}

export const updateComponent = (
  state: FlowState,
  { componentId, changes }: OperationOf<'component.update'>,
): Applied => {
  const component = state.componentsById[componentId]
  if (component === undefined) return goneComponent(componentId)
  if ('type' in changes) {
    return refuse('not-allowed', 'A component changes its type by "component.changeType".', 'type')
  }
  const parsed = componentSchema.safeParse({ ...component, ...changes })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return refuse('invalid', issue?.message ?? 'is invalid', issue?.path.join('.'))
  }
  return replaceComponent(state, componentId, parsed.data)
}

export const changeComponentType = (
  state: FlowState,
  { component }: OperationOf<'component.changeType'>,
): Applied => replaceComponent(state, component.id, component)
