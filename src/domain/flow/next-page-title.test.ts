import { expect, test } from 'vitest'
import { aFlow, aPage } from '#testing/a-flow.ts'
import { toFlowState } from './flow-state.ts'
import { nextPageTitle } from './next-page-title.ts'

const withPages = (...titles: string[]) =>
  toFlowState(aFlow([], ...titles.map((title, place) => aPage(`p${place}`, [], { title }))))

test('a new page gets the number of its place, or the next one that no page has', () => {
  expect(nextPageTitle(withPages())).toBe('Page 1')
  expect(nextPageTitle(withPages('Page 1'))).toBe('Page 2')
  expect(nextPageTitle(withPages('Page 1', 'Page 3'))).toBe('Page 4')
  expect(nextPageTitle(withPages('Arrival', 'Handover'))).toBe('Page 3')
})
