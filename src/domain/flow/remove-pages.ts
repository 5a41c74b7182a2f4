import { finishTarget } from './finish-target.ts'
import type { Transition } from './flow-schema.ts'
import { type FlowState, listPages, type PageState } from './flow-state.ts'
import type { Operation, SimpleOperation } from './operation-schema.ts'

/** The page that comes next in the order, when no transition says anything else. */
const findFollowing = (state: FlowState, pageId: string, without?: ReadonlySet<string>): string => {
  const after = state.pageOrder.slice(state.pageOrder.indexOf(pageId) + 1)
  return after.find((id) => !without?.has(id)) ?? finishTarget
}

/** Where a page leads when no condition holds. */
const findUsualTarget = (state: FlowState, { id, next }: PageState): string =>
  next.find(({ when }) => when === null)?.to ?? findFollowing(state, id)

/**
 * Where one gets through the pages that are removed; nowhere when they only lead to each other, or to
 * a page that isn't there.
 */
const findThrough = (
  state: FlowState,
  target: string,
  removed: ReadonlySet<string>,
): string | undefined => {
  const seen = new Set<string>()
  let current = target
  while (current !== finishTarget) {
    const page = state.pagesById[current]
    if (page === undefined || seen.has(current)) return undefined
    if (!removed.has(current)) return current
    seen.add(current)
    current = findUsualTarget(state, page)
  }
  return finishTarget
}

/** What changes in a page that stays, so that it leads to where the removed pages led to. */
const reconnectPage = (
  state: FlowState,
  page: PageState,
  removed: ReadonlySet<string>,
  newId: () => string,
): SimpleOperation[] => {
  const pageId = page.id
  const operations = page.next.flatMap((transition: Transition): SimpleOperation[] => {
    if (!removed.has(transition.to)) return []
    const to = findThrough(state, transition.to, removed)
    return to === undefined || to === pageId
      ? [{ type: 'transition.remove', pageId, transitionId: transition.id }]
      : [{ type: 'transition.update', pageId, transition: { ...transition, to } }]
  })
  const following = findFollowing(state, pageId)
  const fallsThrough = page.next.every(({ when }) => when !== null)
  if (!fallsThrough || !removed.has(following)) return operations
  const to = findThrough(state, following, removed)
  if (to === undefined || to === pageId || to === findFollowing(state, pageId, removed)) {
    return operations
  }
  const transition = { id: `t-${newId()}`, to, when: null }
  return [...operations, { type: 'transition.add', pageId, index: page.next.length, transition }]
}

/**
 * Removes pages in one step; what led to them leads to where they led to when no condition of theirs
 * held. The Initial Page is left out: a flow needs it. Nothing when no page is left to remove.
 */
export const removePages = (
  state: FlowState,
  pageIds: readonly string[],
  newId: () => string,
): Operation | undefined => {
  const pages = listPages(state)
  const gone = pages.filter(({ id, kind }) => kind === 'mobile' && pageIds.includes(id))
  const [first] = gone
  if (first === undefined) return undefined
  const removed = new Set(gone.map(({ id }) => id))
  const kept = pages.filter(({ id }) => !removed.has(id))
  return {
    type: 'batch',
    label: gone.length === 1 ? `Deleted page ${first.title}` : `Deleted ${gone.length} pages`,
    operations: [
      ...kept.flatMap((page) => reconnectPage(state, page, removed, newId)),
      ...gone.map(({ id }): SimpleOperation => ({ type: 'page.remove', pageId: id })),
    ],
  }
}
