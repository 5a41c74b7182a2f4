import { expect, test } from 'vitest'
import { toFlowState } from '#domain/flow/flow-state.ts'
import { pageSpacing as step } from '#domain/flow/page-spacing.ts'
import { aFlow, aPage } from '#testing/a-flow.ts'
import { findFinishPosition } from './page-joints.ts'

/** Where the finish stands across, with pages at some places; the last one is the last in order. */
const finishAcross = (...places: [x: number, y: number][]): number => {
  const pages = places.map(([x, y], index) => aPage(`p${index}`, [], { position: { x, y } }))
  const flow = aFlow([], ...pages)
  const [initial, ...rest] = flow.pages
  if (initial === undefined) throw new Error('no Initial Page')
  const away = { ...initial, position: { x: 0, y: -9_000 } }
  return findFinishPosition(toFlowState({ ...flow, pages: [away, ...rest] })).x
}

test('the finish stands to the right of the last page', () => {
  expect(finishAcross([0, 0])).toBe(step)
  expect(finishAcross([500, 0], [0, 400])).toBe(step)
})

test('pages that would be covered by it are passed', () => {
  expect(finishAcross([step, 0], [0, 0])).toBe(2 * step)
  expect(finishAcross([700, 10], [step, -20], [0, 0])).toBe(700 + step)
  expect(finishAcross([step, 300], [0, 0])).toBe(step)
})
