import type { Component } from '#domain/components/component-registry.ts'
import { type Clipboard, clipboardHead, type OutsideReference } from './clipboard-schema.ts'
import { listReferences } from './component-references.ts'
import { finishTarget } from './finish-target.ts'
import type { Transition } from './flow-schema.ts'
import { type FlowState, joinPage, listComponents, listPages } from './flow-state.ts'

/** The components outside of a set that are referred to, so that they can be found in another flow. */
const listOutside = (
  state: FlowState,
  components: readonly Component[],
  transitions: readonly Transition[],
): OutsideReference[] => {
  const inside = new Set(components.map(({ id }) => id))
  const fields = transitions.flatMap(
    ({ when }) => when?.comparisons.map(({ field }) => field) ?? [],
  )
  const wanted = new Set([...components.flatMap(listReferences), ...fields])
  return [...wanted].flatMap((id) => {
    const target = state.componentsById[id]
    if (inside.has(id) || target === undefined) return []
    return [{ id, title: target.title, type: target.type }]
  })
}

/** Copies components, in the order in which they stand in the flow; nothing when none is there. */
export const copyComponents = (state: FlowState, ids: readonly string[]): Clipboard | undefined => {
  const components = listPages(state)
    .flatMap((page) => listComponents(state, page))
    .filter(({ id }) => ids.includes(id))
  if (components.length === 0) return undefined
  const references = listOutside(state, components, [])
  return { ...clipboardHead, kind: 'components', references, components }
}

/** Copies pages with the transitions among them and to the finish; nothing when none is there. */
export const copyPages = (state: FlowState, ids: readonly string[]): Clipboard | undefined => {
  const pages = state.pageOrder
    .filter((id) => ids.includes(id))
    .map((id) => joinPage(state, id))
    .map((page) => ({
      ...page,
      next: page.next.filter(({ to }) => to === finishTarget || ids.includes(to)),
    }))
  if (pages.length === 0) return undefined
  const references = listOutside(
    state,
    pages.flatMap(({ components }) => components),
    pages.flatMap(({ next }) => next),
  )
  return { ...clipboardHead, kind: 'pages', references, pages }
}
