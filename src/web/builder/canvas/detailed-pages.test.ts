import { expect, test } from 'vitest'
import { detailedPages, fewPages, refineDetails, showDetails } from './detailed-pages.ts'

const view = { x: 0, y: 0, width: 1_000, height: 800 }
/** Pages in one row, 340 apart. */
const row = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    position: { x: index * 340, y: 0 },
    width: 272,
    height: 300,
    data: {},
  }))
const shown = () => [...detailedPages.getState().ids]

test('a small flow is drawn whole', () => {
  showDetails(row(fewPages), view)
  expect(shown()).toHaveLength(fewPages)
})

test('of a large flow only what is in view is drawn at first, then what is about to be', () => {
  const pages = row(200)
  showDetails(pages, view)
  expect(shown()).toEqual(['p0', 'p1', 'p2'])
  while (refineDetails(pages, view));
  expect(shown()).toEqual(['p0', 'p1', 'p2', 'p3', 'p4'])
})

test('after the view has moved, a few pages a frame are drawn and those far away are let go', () => {
  const pages = row(200)
  showDetails(pages, view)
  const elsewhere = { ...view, x: 340 * 100 }
  expect(refineDetails(pages, elsewhere)).toBe(true)
  expect(shown()).toEqual(['p100', 'p101'])
  while (refineDetails(pages, elsewhere));
  expect(shown().toSorted()).toEqual(['p100', 'p101', 'p102', 'p103', 'p104', 'p99'])
})
