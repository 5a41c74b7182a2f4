import { getCountries } from 'libphonenumber-js/max'
import { expect, test } from 'vitest'
import { findRegion } from './region.ts'

test('every country that a phone number can belong to lies in a region', () => {
  expect(getCountries().filter((country) => findRegion(country) === undefined)).toEqual([])
})

test.each([
  ['ID', 'Asia'],
  ['US', 'Americas'],
  ['XK', 'Europe'],
  ['*', undefined],
])('%s lies in %s', (country, region) => {
  expect(findRegion(country)).toBe(region)
})
