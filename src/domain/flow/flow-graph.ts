import { findLoops } from './find-loops.ts'
import { finishTarget } from './finish-target.ts'
import type { Transition } from './flow-schema.ts'

/** What the graph needs to know of a page. */
export interface GraphPage {
  id: string
  next: readonly Transition[]
}

/** What comes after what, over the pages of a flow. */
export interface FlowGraph {
  /** Page ids and `finish` that can come right after a page. */
  successors: ReadonlyMap<string, readonly string[]>
  /** The pages that a task can reach, from the Initial Page. */
  reachable: ReadonlySet<string>
  /** Whether every path from the start to `pageId` passes `otherId` (a page dominates itself). */
  isOnEveryPathTo(pageId: string, otherId: string): boolean
  /** The nearest page that every path to one page and every path to the other pass. */
  findCommonPage(pageId: string, otherId: string): string | undefined
  /** Whether a path leads from one page to another, in at least one step. */
  canReach(fromId: string, toId: string): boolean
  /** What comes after a page when none of its transitions is taken: the next in order, or the finish. */
  following: ReadonlyMap<string, string>
  /** What can come right before a page. */
  predecessors: ReadonlyMap<string, readonly string[]>
  /** A number for each page in a loop, the same for the pages of one loop. */
  loops: ReadonlyMap<string, number>
  /** Whether a page lies in a loop that has no way out to the finish. */
  canFinish(pageId: string): boolean
}

/** Where a page leads: its transitions, and without any, the next page in order or the finish. */
const findSuccessors = (pages: readonly GraphPage[], index: number): string[] => {
  const { next } = pages[index] ?? { next: [] }
  const following = pages[index + 1]?.id ?? finishTarget
  if (next.length === 0) return [following]
  const targets = next.map(({ to }) => to)
  const hasElse = next.some(({ when }) => when === null)
  return [...new Set(hasElse ? targets : [...targets, following])]
}

const reversePostorder = (
  start: string,
  successors: ReadonlyMap<string, readonly string[]>,
): string[] => {
  const seen = new Set([start])
  const order: string[] = []
  const stack: { id: string; rest: string[] }[] = [
    { id: start, rest: [...(successors.get(start) ?? [])] },
  ]
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const next = top.rest.pop()
    if (next === undefined) {
      order.push(top.id)
      stack.pop()
    } else if (!seen.has(next) && successors.has(next)) {
      seen.add(next)
      stack.push({ id: next, rest: [...(successors.get(next) ?? [])] })
    }
  }
  return order.reverse()
}

const invertEdges = (successors: ReadonlyMap<string, readonly string[]>) => {
  const predecessors = new Map<string, string[]>()
  for (const [id, targets] of successors) {
    for (const target of targets) {
      const known = predecessors.get(target)
      if (known === undefined) predecessors.set(target, [id])
      else known.push(id)
    }
  }
  return predecessors
}

/**
 * Immediate dominators: Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001).
 * Returns for each place in the order the place of its immediate dominator.
 */
const findImmediateDominators = (
  order: readonly string[],
  predecessors: ReadonlyMap<string, readonly string[]>,
): number[] => {
  const placeOf = new Map(order.map((id, place) => [id, place]))
  const dominators = order.map((_, place): number => (place === 0 ? 0 : -1))
  const intersect = (left: number, right: number): number => {
    let [a, b] = [left, right]
    while (a !== b) {
      while (a > b) a = dominators[a] ?? 0
      while (b > a) b = dominators[b] ?? 0
    }
    return a
  }
  for (let changed = true; changed; ) {
    changed = false
    for (let place = 1; place < order.length; place += 1) {
      const known = (predecessors.get(order[place] ?? '') ?? [])
        .map((id) => placeOf.get(id) ?? -1)
        .filter((before) => before >= 0 && dominators[before] !== -1)
      const dominator = known.reduce(intersect)
      if (dominators[place] !== dominator) {
        dominators[place] = dominator
        changed = true
      }
    }
  }
  return dominators
}

/**
 * Numbers the dominator tree so that a page dominates another exactly when the other's number lies
 * between its own first and last.
 */
const numberTree = (dominators: readonly number[]): { first: number[]; last: number[] } => {
  const last = dominators.map(() => 0)
  const first = dominators.map(() => 0)
  const sizes = dominators.map(() => 1)
  for (let place = dominators.length - 1; place > 0; place -= 1) {
    const parent = dominators[place] ?? 0
    sizes[parent] = (sizes[parent] ?? 1) + (sizes[place] ?? 1)
  }
  // In reverse postorder a parent always comes before its children, so one pass deals out the numbers.
  const next = dominators.map(() => 1)
  for (let place = 1; place < dominators.length; place += 1) {
    const parent = dominators[place] ?? 0
    first[place] = (first[parent] ?? 0) + (next[parent] ?? 1)
    next[parent] = (next[parent] ?? 1) + (sizes[place] ?? 1)
  }
  for (const place of dominators.keys()) last[place] = (first[place] ?? 0) + (sizes[place] ?? 1) - 1
  return { first, last }
}

const findCanFinish = (predecessors: ReadonlyMap<string, readonly string[]>): Set<string> => {
  const seen = new Set<string>()
  const queue = [finishTarget]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const before of predecessors.get(id) ?? []) {
      if (!seen.has(before)) {
        seen.add(before)
        queue.push(before)
      }
    }
  }
  return seen
}

/** Answers which pages can come after a page, each page's once. */
const createReach = (successors: ReadonlyMap<string, readonly string[]>) => {
  const reached = new Map<string, Set<string>>()
  const findReached = (fromId: string): Set<string> => {
    const seen = new Set<string>()
    const queue = [fromId]
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      for (const next of successors.get(id) ?? []) {
        if (seen.has(next)) continue
        seen.add(next)
        queue.push(next)
      }
    }
    return seen
  }
  return (fromId: string, toId: string): boolean => {
    const known = reached.get(fromId) ?? findReached(fromId)
    reached.set(fromId, known)
    return known.has(toId)
  }
}

/** Builds the graph of a flow's pages; the first page is the Initial Page, where every task starts. */
export const buildFlowGraph = (pages: readonly GraphPage[]): FlowGraph => {
  const successors = new Map(pages.map(({ id }, index) => [id, findSuccessors(pages, index)]))
  const order = reversePostorder(pages[0]?.id ?? '', successors)
  const predecessors = invertEdges(successors)
  const placeOf = new Map(order.map((id, place) => [id, place]))
  const dominators = findImmediateDominators(order, predecessors)
  const { first, last } = numberTree(dominators)
  const finishing = findCanFinish(predecessors)
  const isOnEveryPathTo = (pageId: string, otherId: string): boolean => {
    const place = placeOf.get(pageId)
    const other = placeOf.get(otherId)
    if (place === undefined || other === undefined) return false
    const number = first[place] ?? 0
    return (first[other] ?? 0) <= number && number <= (last[other] ?? 0)
  }
  return {
    successors,
    following: new Map(pages.map(({ id }, index) => [id, pages[index + 1]?.id ?? finishTarget])),
    predecessors,
    reachable: new Set(order),
    loops: findLoops(successors),
    isOnEveryPathTo,
    findCommonPage: (pageId, otherId) => {
      let place = placeOf.get(pageId)
      if (place === undefined || !placeOf.has(otherId)) return undefined
      while (!isOnEveryPathTo(otherId, order[place] ?? '')) place = dominators[place] ?? 0
      return order[place]
    },
    canReach: createReach(successors),
    canFinish: (pageId) => finishing.has(pageId),
  }
}
