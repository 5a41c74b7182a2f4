import { removePageWithTransitions } from './compose-operations.ts'
import { type Comparison, implies } from './condition.ts'
import { readField } from './find-component-problems.ts'
import { finishTarget } from './finish-target.ts'
import type { Transition } from './flow-schema.ts'
import type { PageState } from './flow-state.ts'
import { type FlowSurvey, findField, type PageSurvey } from './flow-survey.ts'
import type { Operation } from './operation-schema.ts'
import type { Problem } from './problem.ts'
import type { Reads } from './reads.ts'

type PageReads = Reads<FlowSurvey>
type Found = Pick<Problem, 'code' | 'severity' | 'message'> & Partial<Problem>

const aboutPage = (page: PageState, found: Found): Problem => ({
  pageId: page.id,
  componentId: null,
  setting: null,
  path: null,
  fix: null,
  ...found,
})

const findEmptiness = ({ readData }: PageReads, page: PageState): Found[] =>
  page.kind === 'mobile' && page.componentOrder.length === 0
    ? [
        {
          code: 'page-empty',
          severity: 'error',
          message: 'The page is empty. Add a component or delete it.',
          fix: {
            label: 'Delete the page',
            operation: readData(({ state }) => removePageWithTransitions(state, page.id)),
          },
        },
      ]
    : []

const findReach = ({ read }: PageReads, { id }: PageState): Found[] => {
  if (!read(({ logic }) => logic.graph.reachable.has(id))) {
    const message = 'No path leads here. Connect it or delete it.'
    return [{ code: 'page-unreachable', severity: 'error', message }]
  }
  if (!read(({ logic }) => logic.graph.canFinish(id))) {
    const message = 'No way leads from here to the finish. Add one.'
    return [{ code: 'page-loop', severity: 'error', message }]
  }
  return []
}

const removeTransition = (pageId: string, { id }: Transition): Operation => ({
  type: 'transition.remove',
  pageId,
  transitionId: id,
})

/** The transition without one of its comparisons; without the transition, where that was the only one. */
const removeComparison = (
  pageId: string,
  transition: Transition,
  comparison: Comparison,
): Operation => {
  const { when } = transition
  const comparisons = when?.comparisons.filter((one) => one !== comparison) ?? []
  return when === null || comparisons.length === 0
    ? removeTransition(pageId, transition)
    : {
        type: 'transition.update',
        pageId,
        transition: { ...transition, when: { ...when, comparisons } },
      }
}

const needsOption = ({ operator, value }: Comparison): boolean =>
  (operator === 'is' || operator === 'isNot' || operator === 'contains') &&
  value !== null &&
  value !== ''

const findComparisonProblems = (
  reads: PageReads,
  page: PageState,
  transition: Transition,
  comparison: Comparison,
): Found[] => {
  const { field: fieldId, value } = comparison
  const fix = {
    label: transition.when?.comparisons.length === 1 ? 'Delete this way' : 'Remove it',
    operation: removeComparison(page.id, transition, comparison),
  }
  const field = reads.read((survey) => findField(survey, fieldId))
  if (field === undefined) {
    const message = `A condition looks at "${fieldId}", but no field has that id. Choose another one.`
    return [{ code: 'condition-field-missing', severity: 'error', message, fix }]
  }
  const { choices, title } = field
  const found: Found[] = []
  if (choices && needsOption(comparison) && !choices.some((one) => one.value === String(value))) {
    const message = `A condition compares "${title}" with an option that does not exist. Choose another one.`
    found.push({ code: 'condition-option-missing', severity: 'error', message, fix })
  }
  const seen = readField(reads, { pageId: page.id, componentId: null }, field)
  if (seen.place === 'before') return found
  const { way } = seen
  const path = way ? ` on the path ${way.map((one) => one.title).join(' → ')}` : ' on every path'
  found.push({
    code: 'condition-field-not-before',
    severity: 'warning',
    message: `A condition looks at "${title}", which is not asked before${path}. There it counts as empty.`,
    path: way?.map(({ id }) => id) ?? null,
  })
  return found
}

const findTargetProblems = (
  { read }: PageReads,
  page: PageState,
  transition: Transition,
): Found[] => {
  const { to } = transition
  const fix = { label: 'Delete this way', operation: removeTransition(page.id, transition) }
  if (to === finishTarget) return []
  const kind = read(({ pagesById }) => pagesById.get(to)?.page.kind)
  if (kind === undefined) {
    const message = 'It leads to a deleted page.'
    return [{ code: 'transition-target-missing', severity: 'error', message, fix }]
  }
  if (kind === 'initial') {
    const message = 'It leads back to the Initial Page, which is filled in before the task begins.'
    return [{ code: 'transition-to-initial-page', severity: 'error', message, fix }]
  }
  return []
}

/** Transitions are tried in order: what an earlier one takes away from one, null when something is left. */
const whyNeverTaken = ({ when }: Transition, earlier: readonly Transition[]): string | null => {
  if (earlier.some((one) => one.when === null)) {
    return 'A way comes after one that is always taken. Move it up or remove it.'
  }
  return when && earlier.some((one) => one.when && implies(when, one.when))
    ? 'Whenever the condition of a way holds, one before it is taken. Change its condition or remove it.'
    : null
}

const findTransitionProblems = (reads: PageReads, page: PageState): Found[] => {
  return page.next.flatMap((transition, index): Found[] => {
    const found = [
      ...findTargetProblems(reads, page, transition),
      ...(transition.when?.comparisons ?? []).flatMap((comparison) =>
        findComparisonProblems(reads, page, transition, comparison),
      ),
    ]
    const message = whyNeverTaken(transition, page.next.slice(0, index))
    if (message === null) return found
    const fix = { label: 'Delete this way', operation: removeTransition(page.id, transition) }
    return [...found, { code: 'transition-never-taken', severity: 'warning', message, fix }]
  })
}

const findTwinOtps = ({ components }: PageSurvey): Found[] => {
  const seen = new Set<string>()
  return components.flatMap((component): Found[] => {
    if (component.type !== 'otp' || component.recipientField === null) return []
    const isTwin = seen.has(component.recipientField)
    seen.add(component.recipientField)
    if (!isTwin) return []
    const message = 'Another OTP on this page goes to the same recipient. One of them may do.'
    return [{ code: 'otp-twin', severity: 'warning', message, componentId: component.id }]
  })
}

/** The problems of a page itself, and of what comes after it, in a flow that is read through `reads`. */
export const findPageProblems = (reads: PageReads, survey: PageSurvey): Problem[] => {
  const { page } = survey
  return [
    ...findEmptiness(reads, page),
    ...findReach(reads, page),
    ...findTransitionProblems(reads, page),
    ...findTwinOtps(survey),
  ].map((found) => aboutPage(page, found))
}
