import type { Problem } from '#domain/flow/problem.ts'
import { type Builder, flowOf, locateProblem } from '../builder.ts'

const isSame = (one: Problem, other: Problem | undefined): boolean =>
  one.code === other?.code &&
  one.componentId === other.componentId &&
  one.pageId === other.pageId &&
  one.setting === other.setting

/** Goes to the problem after, or before, the one that was gone to last; round at the ends. */
export const goToProblem = (builder: Builder, step: 1 | -1): void => {
  const { problems } = builder.problemsOf(flowOf(builder))
  const { located } = builder.session.getState()
  const at = problems.findIndex((problem) => isSame(problem, located))
  const next = at < 0 ? (step > 0 ? 0 : problems.length - 1) : at + step
  const problem = problems.at(next % problems.length)
  if (problem === undefined) return
  locateProblem(builder, problem)
  builder.session.setState({ announcement: problem.message })
}
