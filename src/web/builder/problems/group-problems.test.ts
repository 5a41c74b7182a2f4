import { expect, test } from 'vitest'
import type { Problem } from '#domain/flow/problem.ts'
import { countProblems, groupProblems } from './group-problems.ts'

const problem = (code: string, pageId: string | null, severity: Problem['severity']): Problem => ({
  code,
  pageId,
  severity,
  message: code,
  componentId: null,
  setting: null,
  path: null,
  fix: null,
})

const problems = [
  problem('flow', null, 'error'),
  problem('a1', 'a', 'warning'),
  problem('b1', 'b', 'error'),
  problem('a2', 'a', 'error'),
]

test('problems are grouped by page, errors first in each group', () => {
  const groups = groupProblems(problems).map((group) => [
    group.pageId,
    group.problems.map(({ code }) => code),
  ])
  expect(groups).toEqual([
    [null, ['flow']],
    ['a', ['a2', 'a1']],
    ['b', ['b1']],
  ])
})

test('the count names errors and warnings, and leaves out what there is none of', () => {
  expect(countProblems(problems)).toBe('3 errors, 1 warning')
  expect(countProblems(problems.slice(1, 2))).toBe('1 warning')
})
