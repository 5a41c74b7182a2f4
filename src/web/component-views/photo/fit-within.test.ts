import { expect, test } from 'vitest'
import { fitWithin } from './fit-within.ts'

test.each([
  [4_000, 3_000, 1_600, 1_200],
  [3_000, 4_000, 1_200, 1_600],
  [800, 600, 800, 600],
  [20_000, 2, 1_600, 1],
])('%i × %i becomes %i × %i', (width, height, fittedWidth, fittedHeight) => {
  expect(fitWithin(width, height, 1_600)).toEqual({ width: fittedWidth, height: fittedHeight })
})
