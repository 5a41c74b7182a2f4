import type { Component } from '#domain/components/component-registry.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import { dropUndefined } from './drop-undefined.ts'
import { type FlowState, type PageState, splitPage } from './flow-state.ts'
import { type OperationRefusal, refuse } from './operation-refusal.ts'
import type { OperationOf } from './operation-schema.ts'

type Applied = Result<FlowState, OperationRefusal>

const gone = (id: string) => refuse('target-gone', `Page "${id}" no longer exists.`)

const withPage = (state: FlowState, page: PageState): FlowState => ({
  ...state,
  pagesById: { ...state.pagesById, [page.id]: page },
})

/** The Initial Page stays the first and the only one of its kind. */
const clampIndex = (state: FlowState, index: number) =>
  Math.min(Math.max(index, 1), state.pageOrder.length)

export const addPage = (state: FlowState, { page, index }: OperationOf<'page.add'>): Applied => {
  if (state.pagesById[page.id] !== undefined) {
    return refuse('id-taken', `Another page has the id "${page.id}".`, 'id')
  }
  if (page.kind === 'initial') return refuse('not-allowed', 'A flow has exactly one Initial Page.')
  const [pageState, components] = splitPage(page)
  const componentsById: Record<string, Component> = { ...state.componentsById }
  const pageIdByComponentId: Record<string, string> = { ...state.pageIdByComponentId }
  for (const component of components) {
    if (componentsById[component.id] !== undefined) {
      return refuse('id-taken', `Another component has the id "${component.id}".`, 'id')
    }
    componentsById[component.id] = component
    pageIdByComponentId[component.id] = page.id
  }
  return ok({
    ...withPage(state, pageState),
    pageOrder: state.pageOrder.toSpliced(clampIndex(state, index), 0, page.id),
    componentsById,
    pageIdByComponentId,
  })
}

export const updatePage = (
  state: FlowState,
  { pageId, changes }: OperationOf<'page.update'>,
): Applied => {
  const page = state.pagesById[pageId]
  return page === undefined
    ? gone(pageId)
    : ok(withPage(state, { ...page, ...dropUndefined(changes) }))
}

export const movePage = (
  state: FlowState,
  { pageId, position, index }: OperationOf<'page.move'>,
): Applied => {
  const page = state.pagesById[pageId]
  if (page === undefined) return gone(pageId)
  const placed = position === undefined ? state : withPage(state, { ...page, position })
  if (index === undefined) return ok(placed)
  if (page.kind === 'initial') return refuse('not-allowed', 'The Initial Page is always the first.')
  const others = placed.pageOrder.filter((id) => id !== pageId)
  return ok({
    ...placed,
    pageOrder: others.toSpliced(Math.min(Math.max(index, 1), others.length), 0, pageId),
  })
}

export const removePage = (state: FlowState, { pageId }: OperationOf<'page.remove'>): Applied => {
  const page = state.pagesById[pageId]
  if (page === undefined) return gone(pageId)
  if (page.kind === 'initial') return refuse('not-allowed', 'A flow needs its Initial Page.')
  const pagesById = { ...state.pagesById }
  const componentsById = { ...state.componentsById }
  const pageIdByComponentId = { ...state.pageIdByComponentId }
  delete pagesById[pageId]
  for (const id of page.componentOrder) {
    delete componentsById[id]
    delete pageIdByComponentId[id]
  }
  return ok({
    ...state,
    pageOrder: state.pageOrder.filter((id) => id !== pageId),
    pagesById,
    componentsById,
    pageIdByComponentId,
  })
}

export const addTransition = (
  state: FlowState,
  { pageId, transition, index }: OperationOf<'transition.add'>,
): Applied => {
  const page = state.pagesById[pageId]
  if (page === undefined) return gone(pageId)
  if (page.next.some(({ id }) => id === transition.id)) {
    return refuse('id-taken', `Another transition has the id "${transition.id}".`, 'id')
  }
  const next = page.next.toSpliced(Math.min(index, page.next.length), 0, transition)
  return ok(withPage(state, { ...page, next }))
}

const goneTransition = (id: string) => refuse('target-gone', `Transition "${id}" no longer exists.`)

export const updateTransition = (
  state: FlowState,
  { pageId, transition }: OperationOf<'transition.update'>,
): Applied => {
  const page = state.pagesById[pageId]
  if (!page?.next.some(({ id }) => id === transition.id)) return goneTransition(transition.id)
  const next = page.next.map((old) => (old.id === transition.id ? transition : old))
  return ok(withPage(state, { ...page, next }))
}

export const removeTransition = (
  state: FlowState,
  { pageId, transitionId }: OperationOf<'transition.remove'>,
): Applied => {
  const page = state.pagesById[pageId]
  if (!page?.next.some(({ id }) => id === transitionId)) return goneTransition(transitionId)
  return ok(withPage(state, { ...page, next: page.next.filter(({ id }) => id !== transitionId) }))
}
