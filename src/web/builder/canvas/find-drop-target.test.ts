import { expect, test } from 'vitest'
import { findIndex, findLineTop } from './find-drop-target.ts'

const rows = [
  { top: 100, bottom: 140 },
  { top: 144, bottom: 184 },
]

test.each([
  [90, 0],
  [119, 0],
  [121, 1],
  [163, 1],
  [165, 2],
  [500, 2],
])('a pointer at %i goes to index %i', (y, index) => {
  expect(findIndex(rows, y)).toBe(index)
})

test('the line is between two rows, or at the end that has only one', () => {
  expect(findLineTop(rows, 0, 96)).toBe(100)
  expect(findLineTop(rows, 1, 96)).toBe(142)
  expect(findLineTop(rows, 2, 96)).toBe(184)
  expect(findLineTop([], 0, 96)).toBe(96)
})
