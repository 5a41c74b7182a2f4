import type {
  ComponentContext,
  FieldInSight,
  Finding,
  Fix,
  OrganisationContext,
} from '#domain/components/component-problem.ts'
import { type Component, getComponentType } from '#domain/components/component-registry.ts'
import { composeFix } from './compose-fix.ts'
import { comesAfter, findSight, seeField, seeTarget } from './fields-in-sight.ts'
import type { PageState } from './flow-state.ts'
import { type FieldAt, type FlowSurvey, findField, findPageOf } from './flow-survey.ts'
import type { Problem } from './problem.ts'
import type { Reads } from './reads.ts'
import { isShownAsItself, reservedIds } from './reserved-ids.ts'

/** A field as it is seen from a component, or from the end of a page. */
export const readField = (
  { read }: Reads<FlowSurvey>,
  from: { pageId: string; componentId: string | null },
  field: FieldAt,
): FieldInSight =>
  seeField(
    field,
    () => read((survey) => findSight(survey, from, field.id)),
    (pageId) => read(({ pagesById }) => pagesById.get(pageId)?.page.title ?? pageId),
  )

const createContext = (
  reads: Reads<FlowSurvey>,
  organisation: OrganisationContext,
  { id: pageId, kind, title, componentOrder }: PageState,
  componentId: string,
): ComponentContext => {
  const { read } = reads
  const from = { pageId, componentId }
  return {
    organisation,
    page: { id: pageId, kind, title, componentCount: componentOrder.length },
    findField: (id) => {
      const field = read((survey) => findField(survey, id))
      return field && readField(reads, from, field)
    },
    findTarget: (id) => {
      const component = read(({ state }) =>
        Object.hasOwn(state.componentsById, id) ? state.componentsById[id] : undefined,
      )
      const pageTitle = read((survey) => findPageOf(survey, id)?.page.title ?? '')
      return (
        component &&
        seeTarget(
          component,
          pageTitle,
          read((survey) => comesAfter(survey, from, id)),
        )
      )
    },
    listRecipients: (kind) =>
      read(({ recipients }) => recipients)
        .filter(({ recipientKind }) => recipientKind === kind)
        .map((field) => readField(reads, from, field)),
  }
}

const findIdFindings = ({ id, foreign }: Component): Finding[] =>
  reservedIds.has(id) && !isShownAsItself(id, foreign)
    ? [
        {
          code: 'component-id-reserved',
          severity: 'error',
          message: `A task has "${id}" as a key of its own. Choose another id.`,
          setting: 'id',
        },
      ]
    : []

const toFix = (
  { readData }: Reads<FlowSurvey>,
  componentId: string,
  fix: Fix | undefined,
): Problem['fix'] => {
  if (fix === undefined) return null
  const operation = readData((survey) => composeFix(survey, componentId, fix))
  return operation ? { label: fix.label, operation } : null
}

/** The problems of one component, in a flow that is read through `reads`. */
export const findComponentProblems = (
  reads: Reads<FlowSurvey>,
  organisation: OrganisationContext,
  page: PageState,
  component: Component,
): Problem[] => {
  const context = createContext(reads, organisation, page, component.id)
  const findings = getComponentType(component.type).findProblems(component, context)
  return [...findIdFindings(component), ...findings].map((finding) => ({
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    pageId: page.id,
    componentId: component.id,
    setting: finding.setting ?? null,
    path: finding.path ?? null,
    fix: toFix(reads, component.id, finding.fix),
  }))
}
