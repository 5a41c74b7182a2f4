import { finishTarget } from './finish-target.ts'
import type { Condition, Transition } from './flow-schema.ts'
import type { FlowState, PageState } from './flow-state.ts'

/** One way on from a page: a transition, or what comes next where none says anything else. */
export interface Way {
  pageId: string
  /** Null for the way that no transition describes: to the next page in order. */
  transition: Transition | null
  to: string
  when: Condition | null
}

/** The page after another one in order, or the finish. */
export const findFollowing = (state: Pick<FlowState, 'pageOrder'>, pageId: string): string =>
  state.pageOrder[state.pageOrder.indexOf(pageId) + 1] ?? finishTarget

/** The ways on from a page that another one follows in order; they may lead to deleted pages. */
export const toWays = ({ id, next }: PageState, following: string): Way[] => {
  const ways = next.map(
    (transition): Way => ({ pageId: id, transition, to: transition.to, when: transition.when }),
  )
  if (next.some(({ when }) => when === null)) return ways
  return [...ways, { pageId: id, transition: null, to: following, when: null }]
}

/** The ways on from a page, in the order in which they are tried. */
export const listWays = (state: FlowState, pageId: string): Way[] => {
  const page = state.pagesById[pageId]
  return page ? toWays(page, findFollowing(state, pageId)) : []
}
