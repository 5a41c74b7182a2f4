import type { OrganisationContext } from '#domain/components/component-problem.ts'
import { findComponentProblems } from './find-component-problems.ts'
import { findPageProblems } from './find-page-problems.ts'
import type { FlowState } from './flow-state.ts'
import { type FlowSurvey, type PageSurvey, surveyFlow } from './flow-survey.ts'
import type { Problem } from './problem.ts'
import { createReads, type Reads } from './reads.ts'

/** Problems, with what they were read from. */
interface Result {
  problems: readonly Problem[]
  reads: Reads<FlowSurvey>
}

/** The problems of one page: its own, then those of each component. */
interface PageResult {
  survey: PageSurvey
  own: Result
  parts: readonly Result[]
  /** Those of them that depend on something outside of the page. */
  outward: readonly Result[]
  problems: readonly Problem[]
}

const examine = (
  survey: FlowSurvey,
  find: (reads: Reads<FlowSurvey>) => readonly Problem[],
): Result => {
  const reads = createReads(survey)
  const problems = find(reads)
  reads.end()
  return { problems, reads }
}

/** Examines a page; what was found before is taken over as far as nothing that it was read from changed. */
const examinePage = (
  survey: FlowSurvey,
  page: PageSurvey,
  organisation: OrganisationContext,
  last: PageResult | undefined,
): PageResult => {
  const isFresh = ({ reads }: Result) => reads.isSameIn(survey)
  const known = last?.survey === page ? last : undefined
  if (known?.outward.every(isFresh)) return known
  const own =
    known && isFresh(known.own)
      ? known.own
      : examine(survey, (reads) => findPageProblems(reads, page))
  const parts = page.components.map((component, index) => {
    const part = known?.parts[index]
    return part && isFresh(part)
      ? part
      : examine(survey, (reads) => findComponentProblems(reads, organisation, page.page, component))
  })
  const all = [own, ...parts]
  return {
    survey: page,
    own,
    parts,
    outward: all.filter(({ reads }) => !reads.isEmpty()),
    problems: all.flatMap(({ problems }) => problems),
  }
}

const findFlowProblems = (
  { pages }: FlowSurvey,
  { componentLimit: limit }: OrganisationContext,
): Problem[] => {
  const whole = { pageId: null, componentId: null, setting: null, path: null, fix: null }
  const problems: Problem[] = []
  if (pages.length === 1) {
    problems.push({
      ...whole,
      code: 'flow-without-mobile-page',
      severity: 'error',
      message: 'Nothing is left for the worker to do. Add a Mobile App Page.',
    })
  }
  const count = pages.reduce((sum, { components }) => sum + components.length, 0)
  if (limit !== null && count > limit) {
    problems.push({
      ...whole,
      code: 'flow-over-component-limit',
      severity: 'error',
      message: `The flow has ${count} components; the plan allows ${limit}. Remove ${count - limit}.`,
    })
  }
  return problems
}

/**
 * Makes a function that finds the problems of a flow as it is edited. It remembers the last flow, and
 * examines again only what depends on something that has changed; the result is the same as that of
 * `findProblems`.
 */
export const createProblemFinder = (organisation: OrganisationContext) => {
  let last: FlowSurvey | undefined
  let results: ReadonlyMap<string, PageResult> = new Map()
  return (state: FlowState): Problem[] => {
    const survey = surveyFlow(state, last)
    const examined = survey.pages.map((page) =>
      examinePage(survey, page, organisation, results.get(page.page.id)),
    )
    last = survey
    results = new Map(examined.map((result) => [result.survey.page.id, result]))
    const found = findFlowProblems(survey, organisation)
    for (const { problems } of examined) found.push(...problems)
    return found
  }
}

/**
 * Finds everything in a flow that would fail in the field, in page order. Pure; the browser runs it on
 * every change and the server before it publishes.
 */
export const findProblems = (state: FlowState, organisation: OrganisationContext): Problem[] =>
  createProblemFinder(organisation)(state)

/** Whether a flow may be published. */
export const canPublish = (problems: readonly Problem[]): boolean =>
  problems.every(({ severity }) => severity !== 'error')
