import type { OrganisationContext, Severity } from '#domain/components/component-problem.ts'
import { createProblemFinder } from '#domain/flow/find-problems.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import type { Problem } from '#domain/flow/problem.ts'

/** The problems of a document, and quick answers about them. */
export interface ProblemIndex {
  problems: readonly Problem[]
  errorCount: number
  /** The worst problem of each component and, under its id, of each page. */
  worstById: ReadonlyMap<string, Severity>
}

const toIndex = (problems: readonly Problem[]): ProblemIndex => {
  const worstById = new Map<string, Severity>()
  for (const { componentId, pageId, severity } of problems) {
    for (const id of [componentId, pageId]) {
      if (id !== null && worstById.get(id) !== 'error') worstById.set(id, severity)
    }
  }
  const errorCount = problems.filter(({ severity }) => severity === 'error').length
  return { problems, errorCount, worstById }
}

/** Derives the problems of documents, the last one's only once however many ask. */
export const createProblemIndex = (organisation: OrganisationContext) => {
  const findProblems = createProblemFinder(organisation)
  let last: { flow: FlowState; index: ProblemIndex } | undefined
  return (flow: FlowState): ProblemIndex => {
    if (last?.flow !== flow) last = { flow, index: toIndex(findProblems(flow)) }
    return last.index
  }
}
