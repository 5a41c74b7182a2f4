import type { Component } from '#domain/components/component-registry.ts'
import { compareFlows, type FlowDifference } from './compare-flows.ts'
import { renameReferences } from './component-references.ts'
import { findRenames, type Renames } from './find-renames.ts'
import type { Condition, Transition } from './flow-schema.ts'
import type { FlowState, PageState } from './flow-state.ts'

/** A difference as a person reads it: a component under another id is the same component. */
export interface ReadableDifference extends FlowDifference {
  /** The earlier state, its components under the ids that they have in the later one. */
  before: FlowState
  after: FlowState
}

/** Only those of its references that are renamed, as there can be many of both. */
const followRenames = (component: Component, renames: Renames): Component => {
  const { id: _own, ...settings } = component
  const words = new Set(JSON.stringify(settings).match(/[a-z][a-zA-Z0-9]*/g))
  const renamed = [...words].flatMap((word): [string, string][] => {
    const to = renames.get(word)
    return to === undefined ? [] : [[word, to]]
  })
  return renamed.length === 0 ? component : renameReferences(component, new Map(renamed))
}

const mapFields = (when: Condition, renames: Renames): Condition => ({
  ...when,
  comparisons: when.comparisons.map((comparison) => ({
    ...comparison,
    field: renames.get(comparison.field) ?? comparison.field,
  })),
})

const mapNext = (next: readonly Transition[], renames: Renames): Transition[] =>
  next.map((transition) => ({
    ...transition,
    when: transition.when && mapFields(transition.when, renames),
  }))

/** The state with components under new ids. Each keeps its own `id`: that is the setting that differs. */
const followInState = (state: FlowState, renames: Renames): FlowState => {
  const idOf = (id: string) => renames.get(id) ?? id
  const mapKeys = <From, To>(record: Readonly<Record<string, From>>, to: (value: From) => To) =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [idOf(id), to(value)]))
  const pages = Object.values(state.pagesById).map((page): [string, PageState] => [
    page.id,
    {
      ...page,
      componentOrder: page.componentOrder.map(idOf),
      next: mapNext(page.next, renames),
    },
  ])
  return {
    ...state,
    pagesById: Object.fromEntries(pages),
    componentsById: mapKeys(state.componentsById, (one) => followRenames(one, renames)),
    pageIdByComponentId: mapKeys(state.pageIdByComponentId, (pageId) => pageId),
  }
}

/** Compares two states of a flow for somebody who wants to read what is different. */
export const readDifference = (before: FlowState, after: FlowState): ReadableDifference => {
  const renames = findRenames(before, after)
  const followed = renames.size === 0 ? before : followInState(before, renames)
  return { before: followed, after, ...compareFlows(followed, after) }
}
