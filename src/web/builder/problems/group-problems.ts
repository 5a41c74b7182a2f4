import type { Problem } from '#domain/flow/problem.ts'

/** The problems of one page; of the flow as a whole, where the page is null. */
export interface ProblemGroup {
  pageId: string | null
  problems: readonly Problem[]
}

const rank = ({ severity }: Problem): number => (severity === 'error' ? 0 : 1)

/** Groups problems by page, in the order in which they come; in each group errors come first. */
export const groupProblems = (problems: readonly Problem[]): ProblemGroup[] => {
  const groups = new Map<string | null, Problem[]>()
  for (const problem of problems) {
    groups.set(problem.pageId, [...(groups.get(problem.pageId) ?? []), problem])
  }
  return [...groups].map(([pageId, grouped]) => ({
    pageId,
    problems: grouped.toSorted((left, right) => rank(left) - rank(right)),
  }))
}

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`

/** How many problems there are, for example "2 errors, 1 warning". */
export const countProblems = (problems: readonly Problem[]): string => {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  return [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')]
    .filter(Boolean)
    .join(', ')
}
