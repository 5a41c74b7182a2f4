import { expect, test } from 'vitest'
import { findComponentLimit } from './plan.ts'

test.each<[string, number | null]>([
  ['free', 50],
  ['pro', 200],
  ['enterprise', null],
  ['gold', 50],
  ['constructor', 50],
])('a flow of the plan "%s" may have %s components', (plan, limit) => {
  expect(findComponentLimit(plan)).toBe(limit)
})
