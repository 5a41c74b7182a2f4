import { expect, test } from 'vitest'
import { describeListChange } from './describe-list-change.ts'

const options = (...labels: string[]) => labels.map((label) => ({ id: label.toLowerCase(), label }))
const items = (...names: string[]) => names.map((name) => ({ name, price: 100 }))

test.each([
  [options('Small', 'Large'), options('Small', 'Fragile'), 'renamed "Large" → "Fragile"'],
  [
    options('Small', 'Large', 'Huge'),
    options('Fragile', 'Small', 'Large'),
    'added "Fragile", removed "Huge"',
  ],
  [[{ id: 'a', label: 'Old' }], [{ id: 'a', label: 'New' }], 'renamed "Old" → "New"'],
  [options('Small', 'Large'), options('Large', 'Small'), 'in another order'],
  [items('Tea', 'Rice'), [{ name: 'Tea', price: 200 }, ...items('Rice')], 'changed "Tea"'],
  [['Front', 'Back'], ['Front'], 'removed "Back"'],
  [{}, { tags: ['x'], geocodeAs: '$a' }, 'added "tags", "geocodeAs"'],
  [{ radius: 50 }, { radius: 80 }, 'changed "radius"'],
  [[], ['a', 'b', 'c', 'd', 'e'], 'added "a", "b", "c" and 2 more'],
])('%j → %j reads "%s"', (before, after, words) => {
  expect(describeListChange(before, after)).toBe(words)
})

test.each([
  ['a', 'b'],
  [[{ do: 'show' }], []],
  [items('Tea', 'Tea'), items('Tea')],
])('%j → %j is not told entry by entry', (before, after) => {
  expect(describeListChange(before, after)).toBeUndefined()
})
