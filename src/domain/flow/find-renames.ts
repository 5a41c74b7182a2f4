import type { Component } from '#domain/components/component-registry.ts'
import { type FlowState, getComponent, listPages, type PageState } from './flow-state.ts'

/** The ids of components that got another one, old → new. */
export type Renames = ReadonlyMap<string, string>

/** A component that only one of the states has, and its place on the page. */
interface Lone {
  component: Component
  index: number
}

/** What tells that two are the same under another id, the surest first. */
const traits: readonly ((lone: Lone) => string)[] = [
  ({ component }) => JSON.stringify({ ...component, id: '' }),
  ({ component: { type, title } }) => JSON.stringify([type, title]),
  ({ component, index }) => JSON.stringify([{ ...component, id: '', title: '' }, index]),
]

const listLone = (state: FlowState, page: PageState, other: FlowState): Lone[] =>
  page.componentOrder.flatMap((id, index) =>
    other.componentsById[id] === undefined ? [{ component: getComponent(state, id), index }] : [],
  )

/** Those whose trait only one on each side has. */
const pairBy = (traitOf: (lone: Lone) => string, gone: Lone[], fresh: Lone[]): [Lone, Lone][] => {
  const goneBy = Map.groupBy(gone, traitOf)
  return [...Map.groupBy(fresh, traitOf)].flatMap(([trait, news]): [Lone, Lone][] => {
    const [old, ...others] = goneBy.get(trait) ?? []
    const [one, ...more] = news
    return old && one && others.length + more.length === 0 ? [[old, one]] : []
  })
}

const findOnPage = (gone: Lone[], fresh: Lone[]): [string, string][] => {
  const found: [string, string][] = []
  const taken = new Set<Lone>()
  for (const traitOf of traits) {
    const isFree = (lone: Lone) => !taken.has(lone)
    for (const pair of pairBy(traitOf, gone.filter(isFree), fresh.filter(isFree))) {
      for (const lone of pair) taken.add(lone)
      found.push([pair[0].component.id, pair[1].component.id])
    }
  }
  return found
}

/**
 * Finds the components that have another id in the later state: on one page, one is gone and one is
 * there that is like it in all else, or has its type and title, or only another title in its place.
 */
export const findRenames = (before: FlowState, after: FlowState): Renames =>
  new Map(
    listPages(after).flatMap((page) => {
      const old = before.pagesById[page.id]
      if (old === undefined) return []
      const gone = listLone(before, old, after)
      return gone.length === 0 ? [] : findOnPage(gone, listLone(after, page, before))
    }),
  )
