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

/** The ways on from every page that some way leads to, page by page. */
const listReachable = (flow: FlowState): Way[][] => {
  const waysOf = new Map<string, Way[]>()
  const waiting = flow.pageOrder.slice(0, 1)
  for (const pageId of waiting) {
    if (waysOf.has(pageId)) continue
    const ways = listWays(flow, pageId).filter(
      ({ to }) => to === finishTarget || flow.pagesById[to] !== undefined,
    )
    waysOf.set(pageId, ways)
    waiting.push(...ways.flatMap(({ to }) => (to === finishTarget ? [] : [to])))
  }
  return flow.pageOrder.flatMap((id) => {
    const ways = waysOf.get(id)
    return ways === undefined ? [] : [ways]
  })
}

const describeWay = (flow: FlowState, way: Way, isBranch: boolean): string => {
  const condition = way.when ? `when ${describeCondition(way.when, flow)}` : 'otherwise'
  return `${describeStretch(flow, way)}${isBranch ? `, ${condition}` : ''}`
}

/** Every way of a draft that a worker could take, with whether it was walked. */
export const listCoverage = (flow: FlowState, walked: ReadonlySet<string>): CoveredWay[] =>
  listReachable(flow).flatMap((ways) =>
    ways.map((way) => {
      const key = toWayKey(way)
      const words = describeWay(flow, way, ways.length > 1)
      return { key, way, words, isWalked: walked.has(key) }
    }),
  )
