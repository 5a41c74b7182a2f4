import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutPages } from './layout-pages.ts'

const width = 272

/** Pages that lead only to later ones, so that there are no ways back. */
const forwardFlows = fc.integer({ min: 2, max: 25 }).chain((count) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(count - 2), fc.integer({ min: 1, max: 5 })), {
        maxLength: count * 2,
      }),
      fc.array(fc.integer({ min: 100, max: 900 }), { minLength: count, maxLength: count }),
    )
    .map(([branches, heights]) => {
      const pages = heights.map((height, index) => ({ id: `p${index}`, width, height }))
      const inOrder = pages
        .slice(1)
        .map((page, index) => ({ source: `p${index}`, target: page.id }))
      const more = branches.map(([from, step]) => ({
        source: `p${from}`,
        target: `p${Math.min(from + step, count - 1)}`,
      }))
      return { pages, edges: [...inOrder, ...more] }
    }),
)

test('what comes next stands to the right, and no page covers another', () => {
  fc.assert(
    fc.property(forwardFlows, (flow) => {
      const places = layoutPages(flow)
      const at = (id: string) => places[id] ?? { x: Number.NaN, y: Number.NaN }
      for (const { source, target } of flow.edges) {
        expect(at(target).x).toBeGreaterThanOrEqual(at(source).x + width)
      }
      for (const [index, one] of flow.pages.entries()) {
        for (const other of flow.pages.slice(index + 1)) {
          const [a, b] = [at(one.id), at(other.id)]
          const upper = a.y <= b.y ? one : other
          const isBelow = Math.abs(a.y - b.y) >= upper.height
          expect(Math.abs(a.x - b.x) >= width || isBelow).toBe(true)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('the first page stays at the origin, and the same flow is arranged the same way', () => {
  fc.assert(
    fc.property(forwardFlows, (flow) => {
      const places = layoutPages(flow)
      expect(places.p0).toEqual({ x: 0, y: 0 })
      expect(layoutPages(flow)).toEqual(places)
    }),
    { numRuns: 20 },
  )
})

test('a chain of pages is a straight line, however high they are', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 100, max: 900 }), { minLength: 1 }), (heights) => {
      const pages = heights.map((height, index) => ({ id: `p${index}`, width, height }))
      const edges = pages.slice(1).map(({ id }, index) => ({ source: `p${index}`, target: id }))
      const places = Object.values(layoutPages({ pages, edges }))
      expect(new Set(places.map(({ y }) => y))).toEqual(new Set([0]))
    }),
    { numRuns: 20 },
  )
})

test('ways back and deleted targets do no harm', () => {
  const pages = ['a', 'b'].map((id) => ({ id, width, height: 200 }))
  const edges = [
    { source: 'a', target: 'b' },
    { source: 'b', target: 'a' },
    { source: 'b', target: 'gone' },
  ]
  expect(Object.keys(layoutPages({ pages, edges }))).toEqual(['a', 'b'])
})

test('a way back does not change the order in which pages stand', () => {
  const pages = ['a', 'b', 'c', 'd'].map((id) => ({ id, width, height: 200 }))
  const places = layoutPages({
    pages,
    edges: [
      { source: 'a', target: 'd' },
      { source: 'd', target: 'b' },
      { source: 'a', target: 'b' },
      { source: 'b', target: 'c' },
      { source: 'c', target: 'd' },
    ],
  })
  const across = ['a', 'b', 'c', 'd'].map((id) => places[id]?.x ?? Number.NaN)
  expect(across).toEqual(across.toSorted((one, other) => one - other))
  expect(new Set(across).size).toBe(4)
})

test('a page that only a later one leads to stands after that one', () => {
  const pages = ['a', 'b', 'c'].map((id) => ({ id, width, height: 200 }))
  const edges = [
    { source: 'a', target: 'c' },
    { source: 'c', target: 'b' },
  ]
  const { b, c } = layoutPages({ pages, edges })
  expect(b?.x).toBeGreaterThan(c?.x ?? Number.NaN)
})
