import { describeCondition } from '#domain/flow/describe-condition.ts'
import { finishTarget } from '#domain/flow/finish-target.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import { listWays, type Way } from '#domain/flow/ways.ts'
import { describeStretch } from '../trace/trace-words.ts'

/** A way of the draft, and whether any run has taken it. */
export interface CoveredWay {
  key: string
  way: Way
  /** For example "Receiver → Photo, when Delivered is Yes". */
  words: string
  isWalked: boolean
}

/** What makes a way the same one: a changed target or condition is another way, not walked yet. */
export const toWayKey = ({ pageId, transition, to, when }: Way): string =>
  JSON.stringify([pageId, transition?.id ?? null, to, when])

/** The pages that some way leads to, from the Initial Page on. */
const listReachable = (flow: FlowState): string[] => {
  const reached = new Set(flow.pageOrder.slice(0, 1))
  for (const pageId of reached) {
    for (const { to } of listWays(flow, pageId)) if (flow.pagesById[to]) reached.add(to)
  }
  return flow.pageOrder.filter((id) => reached.has(id))
}

/** Every way of a draft that a worker could take, with whether it was walked. */
export const listCoverage = (flow: FlowState, walked: ReadonlySet<string>): CoveredWay[] =>
  listReachable(flow)
    .flatMap((pageId) => listWays(flow, pageId))
    .filter(({ to }) => to === finishTarget || flow.pagesById[to] !== undefined)
    .map((way) => {
      const key = toWayKey(way)
      const isBranch = listWays(flow, way.pageId).length > 1
      const when = way.when
        ? `, when ${describeCondition(way.when, flow)}`
        : isBranch
          ? ', otherwise'
          : ''
      return { key, way, words: `${describeStretch(flow, way)}${when}`, isWalked: walked.has(key) }
    })
