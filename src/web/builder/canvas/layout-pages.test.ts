import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutPages } from './layout-pages.ts'

const size = { width: 272, height: 200 }

/** Pages that lead only to later ones, so that there are no ways back. */
const forwardFlows = fc.integer({ min: 2, max: 25 }).chain((count) =>
  fc
    .array(fc.tuple(fc.nat(count - 2), fc.integer({ min: 1, max: 5 })), { maxLength: count * 2 })
    .map((branches) => {
      const pages = Array.from({ length: count }, (_, index) => ({ id: `p${index}`, ...size }))
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
        expect(at(target).x).toBeGreaterThanOrEqual(at(source).x + size.width)
      }
      for (const [index, one] of flow.pages.entries()) {
        for (const other of flow.pages.slice(index + 1)) {
          const [a, b] = [at(one.id), at(other.id)]
          const isApart = Math.abs(a.x - b.x) >= size.width || Math.abs(a.y - b.y) >= size.height
          expect(isApart).toBe(true)
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

test('ways back and deleted targets do no harm', () => {
  const pages = ['a', 'b'].map((id) => ({ id, ...size }))
  const edges = [
    { source: 'a', target: 'b' },
    { source: 'b', target: 'a' },
    { source: 'b', target: 'gone' },
  ]
  expect(Object.keys(layoutPages({ pages, edges }))).toEqual(['a', 'b'])
})
