import { type Component, getComponentType } from '#domain/components/component-registry.ts'
import { startComparison } from './condition-operators.ts'
import { buildFlowGraph } from './flow-graph.ts'
import type { Page } from './flow-schema.ts'
import { type FlowState, getPage, listComponents, listPages } from './flow-state.ts'
import type { Operation, SimpleOperation } from './operation-schema.ts'
import { findFollowing, listWays, type Way } from './ways.ts'

/** The components whose answers are there on every path when a page is left, in page order. */
export const listDecidable = (state: FlowState, pageId: string): Component[] => {
  const pages = listPages(state)
  const graph = buildFlowGraph(pages)
  return pages
    .filter((page) => page.id === pageId || graph.isOnEveryPathTo(pageId, page.id))
    .flatMap((page) => listComponents(state, page))
    .filter(({ type }) => getComponentType(type).asksAnswer)
}

/** What to decide by at the end of a page: the last field with fixed choices, else the last one. */
const findDecider = (state: FlowState, pageId: string): Component | undefined => {
  const fields = listDecidable(state, pageId)
  const isChoice = (field: Component) => getComponentType(field.type).choices(field) !== null
  return fields.findLast(isChoice) ?? fields.at(-1)
}

/** Leads a way elsewhere. The one that no transition describes gets one, named `id`. */
export const redirectWay = (state: FlowState, way: Way, to: string, id: string): Operation => {
  const { pageId, transition } = way
  return transition
    ? { type: 'transition.update', pageId, transition: { ...transition, to } }
    : {
        type: 'transition.add',
        pageId,
        transition: { id, to, when: null },
        index: getPage(state, pageId).next.length,
      }
}

/**
 * Adds a way from a page: with a condition, before the one without. Where no answer is there to decide
 * by, what comes next is changed instead.
 */
export const addWay = (state: FlowState, pageId: string, to: string, id: string): Operation => {
  const { next } = getPage(state, pageId)
  const otherwise = next.findIndex(({ when }) => when === null)
  const field = findDecider(state, pageId)
  if (field === undefined) {
    return redirectWay(
      state,
      { pageId, transition: next[otherwise] ?? null, to, when: null },
      to,
      id,
    )
  }
  const asked = next.flatMap(({ when }) => when?.comparisons ?? [])
  const when = { match: 'all' as const, comparisons: [startComparison(field, asked)] }
  return {
    type: 'transition.add',
    pageId,
    transition: { id, to, when },
    index: otherwise < 0 ? next.length : otherwise,
  }
}

/** Says in so many words where a page leads otherwise, before another page follows it in order. */
const keepOtherwise = (state: FlowState, pageId: string, id: string): SimpleOperation[] => {
  const { next } = getPage(state, pageId)
  if (next.some(({ when }) => when === null)) return []
  const transition = { id, to: findFollowing(state, pageId), when: null }
  return [{ type: 'transition.add', pageId, transition, index: next.length }]
}

/**
 * Puts a new page into a way: it leads to where the way led.
 *
 * @param newId Makes ids of transitions.
 * @param moves Makes room for the page.
 */
export const insertPage = (
  state: FlowState,
  way: Way,
  page: Page,
  newId: () => string,
  moves: readonly SimpleOperation[] = [],
): Operation => {
  const { pageId, transition, to } = way
  const index = state.pageOrder.indexOf(pageId) + 1
  const label = `Added ${page.title}`
  if (transition === null)
    return { type: 'batch', label, operations: [...moves, { type: 'page.add', page, index }] }
  return {
    type: 'batch',
    label,
    operations: [
      ...moves,
      ...keepOtherwise(state, pageId, newId()),
      { type: 'page.add', page: { ...page, next: [{ id: newId(), to, when: null }] }, index },
      { type: 'transition.update', pageId, transition: { ...transition, to: page.id } },
    ],
  }
}

/**
 * Adds a new page that another one leads to by a condition, and from which it goes on as without it.
 * Where no answer is there to decide by, the new page simply comes next.
 */
export const branchToNewPage = (
  state: FlowState,
  pageId: string,
  page: Page,
  newId: () => string,
): Operation => {
  const way = addWay(state, pageId, page.id, newId())
  const otherwise = listWays(state, pageId).find(({ when }) => when === null)
  const isBranch = way.type === 'transition.add' && way.transition.when !== null
  if (!isBranch && otherwise) return insertPage(state, otherwise, page, newId)
  return {
    type: 'batch',
    label: `Added ${page.title}`,
    operations: [
      ...keepOtherwise(state, pageId, newId()),
      { type: 'page.add', page, index: state.pageOrder.indexOf(pageId) + 1 },
      ...(way.type === 'batch' ? [] : [way]),
    ],
  }
}
