import { expect, test } from 'vitest'
import { aFlow, aPage } from '#testing/a-flow.ts'
import { toFlowState } from './flow-state.ts'
import { freePageTitles, nextPageTitle } from './free-title.ts'

const withPages = (...titles: string[]) =>
  toFlowState(aFlow([], ...titles.map((title, place) => aPage(`p${place}`, [], { title }))))

test('a new page gets the number of its place, or the next one that no page has', () => {
  expect(nextPageTitle(withPages())).toBe('Page 1')
  expect(nextPageTitle(withPages('Page 1'))).toBe('Page 2')
  expect(nextPageTitle(withPages('Page 1', 'Page 3'))).toBe('Page 4')
  expect(nextPageTitle(withPages('Arrival', 'Handover'))).toBe('Page 3')
})

test('a copied page keeps its title where it is free, else it gets the next number', () => {
  expect(freePageTitles(withPages('Visit'), ['Arrival'])).toEqual(['Arrival'])
  expect(freePageTitles(withPages('Visit', 'Visit 2'), ['Visit'])).toEqual(['Visit 3'])
  expect(freePageTitles(withPages('Visit 2'), ['Visit 2'])).toEqual(['Visit 3'])
  expect(freePageTitles(withPages('Visit'), ['Visit', 'Visit'])).toEqual(['Visit 2', 'Visit 3'])
  expect(freePageTitles(withPages('Step 5', 'Step 6'), ['Step 5'])).toEqual(['Step 7'])
})

test('a title that has no room for a number is shortened', () => {
  const long = 'x'.repeat(100)
  expect(freePageTitles(withPages(long), [long])).toEqual([`${'x'.repeat(98)} 2`])
  const withFace = `${'x'.repeat(97)}😀y`
  expect(freePageTitles(withPages(withFace), [withFace])).toEqual([`${'x'.repeat(97)} 2`])
})
