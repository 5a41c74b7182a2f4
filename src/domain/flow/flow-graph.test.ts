import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildFlowGraph, type GraphPage } from './flow-graph.ts'

const aGraph = fc.array(fc.array(fc.nat(8), { maxLength: 3 }), { minLength: 2, maxLength: 8 })

const toPages = (targets: number[][]): GraphPage[] =>
  targets.map((list, index) => ({
    id: `p${index}`,
    next: list.map((target, place) => ({
      id: `t${place}`,
      to: target >= targets.length ? 'finish' : `p${target}`,
      when: place % 2 === 0 ? null : { match: 'all', comparisons: [] },
    })),
  }))

/** Whether `goal` can be reached from the start by a path that avoids `avoided`. */
const canAvoid = (pages: GraphPage[], goal: string, avoided: string): boolean => {
  const { successors } = buildFlowGraph(pages)
  const seen = new Set<string>()
  const visit = (id: string): boolean => {
    if (id === avoided || seen.has(id)) return false
    seen.add(id)
    return id === goal || (successors.get(id) ?? []).some(visit)
  }
  return visit('p0')
}

test('a page is on every path to another exactly when no path avoids it', () => {
  fc.assert(
    fc.property(aGraph, (targets) => {
      const pages = toPages(targets)
      const graph = buildFlowGraph(pages)
      for (const { id: goal } of pages) {
        if (!graph.reachable.has(goal)) continue
        for (const { id: other } of pages) {
          const always = other === goal || !canAvoid(pages, goal, other)
          expect(graph.isOnEveryPathTo(goal, other)).toBe(always)
        }
      }
    }),
    { numRuns: 2_000 },
  )
})

test('without transitions, pages follow each other to the finish', () => {
  const graph = buildFlowGraph(toPages([[], [], []]))
  expect([...graph.successors.values()]).toEqual([['p1'], ['p2'], ['finish']])
  expect(graph.canFinish('p0')).toBe(true)
})

test('a loop without a way out cannot finish', () => {
  const graph = buildFlowGraph(toPages([[1], [2], [1], []]))
  expect(graph.canFinish('p1')).toBe(false)
  expect(graph.reachable.has('p3')).toBe(false)
})

test('the common page is the nearest that every path to both pages passes', () => {
  fc.assert(
    fc.property(aGraph, (targets) => {
      const graph = buildFlowGraph(toPages(targets))
      for (const one of graph.reachable) {
        for (const other of graph.reachable) {
          const isCommon = (id: string) =>
            graph.isOnEveryPathTo(one, id) && graph.isOnEveryPathTo(other, id)
          const common = graph.findCommonPage(one, other) ?? ''
          expect(isCommon(common)).toBe(true)
          for (const id of graph.reachable) {
            if (isCommon(id)) expect(graph.isOnEveryPathTo(common, id)).toBe(true)
          }
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('two pages are in one loop exactly when each can reach the other', () => {
  fc.assert(
    fc.property(aGraph, (targets) => {
      const { loops, canReach, successors } = buildFlowGraph(toPages(targets))
      for (const one of successors.keys()) {
        expect(loops.has(one)).toBe(canReach(one, one))
        for (const other of successors.keys()) {
          const isSame = loops.has(one) && loops.get(one) === loops.get(other)
          expect(isSame).toBe(
            one === other ? canReach(one, one) : canReach(one, other) && canReach(other, one),
          )
        }
      }
    }),
    { numRuns: 500 },
  )
})
