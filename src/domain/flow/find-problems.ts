import type { Finding, OrganisationContext } from '#domain/components/component-problem.ts'
import { type Component, getComponentType } from '#domain/components/component-registry.ts'
import { createRecipientField } from './compose-operations.ts'
import { listFields, seeField } from './fields-in-sight.ts'
import { finishTarget } from './finish-target.ts'
import { buildFlowGraph } from './flow-graph.ts'
import { type FlowState, listComponents, listPages, type PageState } from './flow-state.ts'
import type { Operation } from './operation-schema.ts'
import type { Problem } from './problem.ts'
import { reservedIds } from './reserved-ids.ts'

type Survey = ReturnType<typeof survey>

const survey = (state: FlowState, organisation: OrganisationContext) => {
  const pages = listPages(state)
  const fields = listFields(state)
  const fieldsById = new Map(fields.map((field) => [field.id, field]))
  return { state, organisation, pages, graph: buildFlowGraph(pages), fields, fieldsById }
}

const toFix = (fix: Finding['fix'], state: FlowState, componentId: string): Problem['fix'] => {
  if (fix === undefined) return null
  const { label, changes } = fix
  const operation: Operation | undefined =
    changes === 'create-recipient'
      ? createRecipientField(state, componentId)
      : { type: 'component.update', componentId, changes }
  return operation ? { label, operation } : null
}

const toProblem = (
  finding: Finding,
  state: FlowState,
  page: PageState,
  component: Component,
): Problem => ({
  code: finding.code,
  severity: finding.severity,
  message: finding.message,
  pageId: page.id,
  componentId: component.id,
  setting: finding.setting ?? null,
  fix: toFix(finding.fix, state, component.id),
})

const findIdFindings = (component: Component): Finding[] =>
  reservedIds.has(component.id)
    ? [
        {
          code: 'component-id-reserved',
          severity: 'error',
          message: `A task has "${component.id}" as a key of its own. Choose another id.`,
          setting: 'id',
        },
      ]
    : []

const findComponentProblems = (
  { state, organisation, graph, fields, fieldsById }: Survey,
  page: PageState,
  pageIndex: number,
): Problem[] =>
  listComponents(state, page).flatMap((component, index) => {
    const type = getComponentType(component.type)
    const from = { id: component.id, pageId: page.id, pageIndex, index }
    const context = {
      organisation,
      page: { id: page.id, kind: page.kind, title: page.title },
      findField: (id: string) => {
        const field = fieldsById.get(id)
        return field && seeField(from, field, graph)
      },
      listFields: () => fields.map((field) => seeField(from, field, graph)),
    }
    return [...findIdFindings(component), ...type.findProblems(component, context)].map((finding) =>
      toProblem(finding, state, page, component),
    )
  })

const pageProblem = (
  page: PageState,
  code: string,
  severity: Problem['severity'],
  message: string,
): Problem => ({
  code,
  severity,
  message,
  pageId: page.id,
  componentId: null,
  setting: null,
  fix: null,
})

const findPageProblems = ({ state, graph, fieldsById }: Survey, page: PageState): Problem[] => {
  const problems: Problem[] = []
  if (page.kind === 'mobile' && page.componentOrder.length === 0) {
    problems.push(
      pageProblem(page, 'page-empty', 'error', 'The page is empty. Add a component or delete it.'),
    )
  }
  if (!graph.reachable.has(page.id)) {
    problems.push(
      pageProblem(
        page,
        'page-unreachable',
        'error',
        'No path leads here. Connect it or delete it.',
      ),
    )
  } else if (!graph.canFinish(page.id)) {
    problems.push(
      pageProblem(page, 'page-loop', 'error', 'No way leads from here to the finish. Add one.'),
    )
  }
  for (const { to, when } of page.next) {
    if (to !== finishTarget && state.pagesById[to] === undefined) {
      problems.push(
        pageProblem(page, 'transition-target-missing', 'error', 'It leads to a deleted page.'),
      )
    }
    const lost = when?.comparisons.find(({ field }) => !fieldsById.has(field))
    if (lost) {
      const message = `A condition looks at "${lost.field}", but no field has that id.`
      problems.push(pageProblem(page, 'condition-field-missing', 'error', message))
    }
  }
  return problems
}

const findTwinOtps = ({ state }: Survey, page: PageState): Problem[] => {
  const seen = new Set<string>()
  return listComponents(state, page).flatMap((component): Problem[] => {
    if (component.type !== 'otp' || component.recipientField === null) return []
    const isTwin = seen.has(component.recipientField)
    seen.add(component.recipientField)
    if (!isTwin) return []
    const message = 'Another OTP on this page goes to the same recipient. One of them may do.'
    const finding = { code: 'otp-twin', severity: 'warning' as const, message }
    return [toProblem(finding, state, page, component)]
  })
}

const findFlowProblems = ({ state, organisation, pages }: Survey): Problem[] => {
  const whole = { pageId: null, componentId: null, setting: null, fix: null }
  const problems: Problem[] = []
  if (pages.length === 1) {
    problems.push({
      ...whole,
      code: 'flow-without-mobile-page',
      severity: 'error',
      message: 'Nothing is left for the worker to do. Add a Mobile App Page.',
    })
  }
  const count = Object.keys(state.componentsById).length
  const limit = organisation.componentLimit
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
 * Finds everything in a flow that would fail in the field, in page order. Pure; the browser runs it on
 * every change and the server before it publishes. Each code is described in product.md's rules.
 */
export const findProblems = (state: FlowState, organisation: OrganisationContext): Problem[] => {
  const surveyed = survey(state, organisation)
  return [
    ...findFlowProblems(surveyed),
    ...surveyed.pages.flatMap((page, pageIndex) => [
      ...findPageProblems(surveyed, page),
      ...findComponentProblems(surveyed, page, pageIndex),
      ...findTwinOtps(surveyed, page),
    ]),
  ]
}

/** Whether a flow may be published. */
export const canPublish = (problems: readonly Problem[]): boolean =>
  problems.every(({ severity }) => severity !== 'error')
