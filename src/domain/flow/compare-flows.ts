import type { Component } from '#domain/components/component-registry.ts'
import { findKeptOrder } from '#domain/shared/find-kept-order.ts'
import { isSameJson } from '#domain/shared/is-same-json.ts'
import type { Transition } from './flow-schema.ts'
import { type FlowState, listPages, type PageState } from './flow-state.ts'

/** A setting that has another value. */
export interface SettingDifference {
  name: string
  before: unknown
  after: unknown
}

/** A way on from a page that was added (no `before`), removed (no `after`), changed or reordered. */
export interface TransitionDifference {
  before: Transition | null
  after: Transition | null
  isMoved: boolean
}

/** A page that was added (no `before`), removed (no `after`) or changed in itself. */
export interface PageDifference {
  pageId: string
  before: PageState | null
  after: PageState | null
  settings: readonly SettingDifference[]
  /** Whether it comes at another place in the order of the pages. */
  isMoved: boolean
  /** Whether it only stands elsewhere on the canvas: nothing that anybody fills in changes by that. */
  isPlaced: boolean
  transitions: readonly TransitionDifference[]
}

/** A component that was added (no `before`), removed (no `after`), moved or changed. */
export interface ComponentDifference {
  componentId: string
  before: Component | null
  after: Component | null
  /** The pages on which it stands before and after. */
  pageIdBefore: string | null
  pageIdAfter: string | null
  /** Whether it stands on another page, or at another place among those that stayed on its page. */
  isMoved: boolean
  settings: readonly SettingDifference[]
}

/**
 * What is different between two states of a flow. Pages and components are told apart by their ids;
 * those that are still there come first, in the order of the later state.
 */
export interface FlowDifference {
  settings: readonly SettingDifference[]
  pages: readonly PageDifference[]
  components: readonly ComponentDifference[]
}

/** Whether nothing is different. */
export const isEmptyDifference = ({ settings, pages, components }: FlowDifference): boolean =>
  settings.length + pages.length + components.length === 0

/** Compares two states of a flow, for example what is published with the draft. */
export const compareFlows = (before: FlowState, after: FlowState): FlowDifference => ({
  settings: compareSettings(before.settings, after.settings),
  pages: comparePages(before, after),
  components: compareComponents(before, after),
})

const compareSettings = (before: object, after: object): SettingDifference[] => {
  if (before === after) return []
  const old = before as Record<string, unknown>
  const fresh = after as Record<string, unknown>
  return [...new Set([...Object.keys(fresh), ...Object.keys(old)])]
    .filter((name) => !isSameJson(old[name], fresh[name]))
    .map((name) => ({ name, before: old[name], after: fresh[name] }))
}

const compareTransitions = (
  before: readonly Transition[],
  after: readonly Transition[],
): TransitionDifference[] => {
  if (before === after) return []
  const kept = findKeptOrder(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  )
  const oldById = new Map(before.map((transition) => [transition.id, transition]))
  const newIds = new Set(after.map(({ id }) => id))
  const there = after.map((transition): TransitionDifference => {
    const old = oldById.get(transition.id) ?? null
    return { before: old, after: transition, isMoved: old !== null && !kept.has(transition.id) }
  })
  const removed = before
    .filter(({ id }) => !newIds.has(id))
    .map((transition) => ({ before: transition, after: null, isMoved: false }))
  return [...there, ...removed].filter((one) => one.isMoved || !isSameJson(one.before, one.after))
}

const comparePages = (before: FlowState, after: FlowState): PageDifference[] => {
  const kept = findKeptOrder(before.pageOrder, after.pageOrder)
  const there = listPages(after).flatMap((page): PageDifference[] => {
    const old = before.pagesById[page.id]
    if (old === page && kept.has(page.id)) return []
    if (old === undefined) return [{ ...unchanged(page.id), after: page }]
    const difference = {
      pageId: page.id,
      before: old,
      after: page,
      settings: compareSettings(
        { title: old.title, foreign: old.foreign },
        { title: page.title, foreign: page.foreign },
      ),
      isMoved: !kept.has(page.id),
      isPlaced: !isSameJson(old.position, page.position),
      transitions: compareTransitions(old.next, page.next),
    }
    const { settings, isMoved, isPlaced, transitions } = difference
    const isSame = settings.length + transitions.length === 0 && !isMoved && !isPlaced
    return isSame ? [] : [difference]
  })
  const removed = listPages(before)
    .filter(({ id }) => after.pagesById[id] === undefined)
    .map((page): PageDifference => ({ ...unchanged(page.id), before: page }))
  return [...there, ...removed]
}

const unchanged = (pageId: string): PageDifference => ({
  pageId,
  before: null,
  after: null,
  settings: [],
  isMoved: false,
  isPlaced: false,
  transitions: [],
})

/** The components that stayed on their page and in their order there. */
const findKeptComponents = (before: FlowState, after: FlowState): ReadonlySet<string> =>
  new Set(
    listPages(after).flatMap(({ id, componentOrder }) => [
      ...findKeptOrder(before.pagesById[id]?.componentOrder ?? [], componentOrder),
    ]),
  )

const compareComponents = (before: FlowState, after: FlowState): ComponentDifference[] => {
  const kept = findKeptComponents(before, after)
  const there = listPages(after).flatMap(({ componentOrder }) =>
    componentOrder.flatMap((componentId): ComponentDifference[] => {
      const old = before.componentsById[componentId] ?? null
      const fresh = after.componentsById[componentId] ?? null
      const isMoved = old !== null && !kept.has(componentId)
      const settings = old && fresh ? compareSettings(old, fresh) : []
      if (old !== null && !isMoved && settings.length === 0) return []
      return [
        {
          componentId,
          before: old,
          after: fresh,
          pageIdBefore: before.pageIdByComponentId[componentId] ?? null,
          pageIdAfter: after.pageIdByComponentId[componentId] ?? null,
          isMoved,
          settings,
        },
      ]
    }),
  )
  const removed = listPages(before).flatMap((page) =>
    page.componentOrder
      .filter((id) => after.componentsById[id] === undefined)
      .map(
        (componentId): ComponentDifference => ({
          componentId,
          before: before.componentsById[componentId] ?? null,
          after: null,
          pageIdBefore: page.id,
          pageIdAfter: null,
          isMoved: false,
          settings: [],
        }),
      ),
  )
  return [...there, ...removed]
}
