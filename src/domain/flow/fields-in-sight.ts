import type { FieldInSight, Place, TargetInSight } from '#domain/components/component-problem.ts'
import { type Component, getComponentType } from '#domain/components/component-registry.ts'
import { canBeFilled } from '#domain/components/select/select-actions.ts'
import { findWayWithout } from './find-way-without.ts'
import type { FlowState } from './flow-state.ts'
import {
  type FieldAt,
  type FlowSurvey,
  findPageOf,
  listFields,
  type PageSurvey,
  type Sight,
  surveyFlow,
} from './flow-survey.ts'

/** Where a component stands, from which others are looked at; null: from the end of the page. */
export interface Viewpoint {
  pageId: string
  componentId: string | null
}

/** One object for each plain place, so that the same sight is the same object. */
const plain: Record<Place, Sight> = {
  before: { place: 'before', path: null },
  skippable: { place: 'skippable', path: null },
  hidden: { place: 'hidden', path: null },
  'later-page': { place: 'later-page', path: null },
  below: { place: 'below', path: null },
  itself: { place: 'itself', path: null },
}

/** Whether every path to a place passes the page of a field, whatever actions do to the field. */
const isPassedAlways = ({ logic }: FlowSurvey, from: Viewpoint, pageId: string): boolean =>
  pageId === from.pageId || logic.graph.isOnEveryPathTo(from.pageId, pageId)

/** What the order of the pages alone tells; nothing when it depends on the way. */
const findPlainSight = (
  survey: FlowSurvey,
  from: Viewpoint,
  at: PageSurvey,
  fieldId: string,
): Sight | undefined => {
  const { graph, actorsById } = survey.logic
  const pageId = at.page.id
  if (fieldId === from.componentId) return plain.itself
  if (pageId === from.pageId) {
    const end = at.indexById.size
    const index = from.componentId === null ? end : (at.indexById.get(from.componentId) ?? end)
    if ((at.indexById.get(fieldId) ?? 0) > index) return plain.below
  }
  // Nobody comes here: that is the problem to be told, not what would be missing here.
  if (!graph.reachable.has(from.pageId)) return plain.before
  if (!graph.reachable.has(pageId)) return plain.skippable
  if (isPassedAlways(survey, from, pageId)) {
    return actorsById.has(fieldId) ? undefined : plain.before
  }
  return graph.isOnEveryPathTo(pageId, from.pageId) || !graph.canReach(pageId, from.pageId)
    ? plain['later-page']
    : undefined
}

const explore = (survey: FlowSurvey, from: Viewpoint, at: PageSurvey, fieldId: string): Sight => {
  const way = findWayWithout(survey, { ...from, fieldId })
  switch (way.kind) {
    case 'none':
      return plain.before
    case 'unknown':
      return isPassedAlways(survey, from, at.page.id) ? plain.hidden : plain.skippable
    case 'hidden':
      return { place: 'hidden', path: way.path }
    case 'skipped':
      return { place: 'skippable', path: way.path }
  }
}

/**
 * Where a field stands, seen from a place of the flow. Beyond the budget of the search it counts as
 * skippable or hidden, so that `before` can always be relied on.
 */
export const findSight = (survey: FlowSurvey, from: Viewpoint, fieldId: string): Sight => {
  const at = findPageOf(survey, fieldId)
  if (at === undefined) return plain.skippable
  const sight = findPlainSight(survey, from, at, fieldId)
  if (sight !== undefined) return sight
  const { sights } = survey.logic
  const key = `${from.pageId} ${from.componentId} ${fieldId}`
  const explored = sights.get(key) ?? explore(survey, from, at, fieldId)
  sights.set(key, explored)
  return explored
}

/** A field with its place, which is looked for only when somebody asks. */
export const seeField = (
  field: FieldAt,
  look: () => Sight,
  titleOf: (pageId: string) => string,
): FieldInSight => {
  let seen: Sight | undefined
  const see = () => {
    seen ??= look()
    return seen
  }
  return {
    ...field,
    get place() {
      return see().place
    },
    get way() {
      return see().path?.map((id) => ({ id, title: titleOf(id) })) ?? null
    },
  }
}

/** Whether a component still comes after a place on some way. */
export const comesAfter = (survey: FlowSurvey, from: Viewpoint, componentId: string): boolean => {
  const at = findPageOf(survey, componentId)
  const here = survey.pagesById.get(from.pageId)
  if (at === undefined || here === undefined) return false
  if (at === here) {
    const index = here.indexById.get(from.componentId ?? '') ?? here.indexById.size
    return (here.indexById.get(componentId) ?? 0) > index
  }
  const { graph } = survey.logic
  return graph.canReach(from.pageId, at.page.id) && !graph.isOnEveryPathTo(from.pageId, at.page.id)
}

/** Reads enough of a phone number to tell that it may be one; the worker's phone knows exactly. */
const parsePhoneRoughly = (text: string) =>
  /^\+?[\d ().-]{5,25}$/.test(text) ? { e164: text } : undefined

const checkContext = { parsePhone: parsePhoneRoughly, findAnswer: () => null }

/** A component as a target of actions. */
export const seeTarget = (
  component: Component,
  pageTitle: string,
  isAfter: boolean,
): TargetInSight => {
  const type = getComponentType(component.type)
  return {
    id: component.id,
    title: component.title,
    pageTitle,
    comesAfter: isAfter,
    choices: type.choices(component),
    fillable: canBeFilled(component.type),
    refuseFill: (value) => {
      if (!canBeFilled(component.type)) return `a ${type.label} cannot be filled in.`
      const checked = type.checkAnswer({ ...component, required: true }, value, checkContext)
      return checked.ok ? null : checked.error.message
    },
  }
}

let latest: FlowSurvey | undefined

/** The survey of a flow; what did not change since the last one is taken over from it. */
const surveyAnew = (state: FlowState): FlowSurvey => {
  if (latest?.state !== state) latest = surveyFlow(state, latest)
  return latest
}

const viewpointOf = (survey: FlowSurvey, componentId: string): Viewpoint | undefined => {
  const pageId = findPageOf(survey, componentId)?.page.id
  return pageId === undefined ? undefined : { pageId, componentId }
}

/** The fields as one component of a flow sees them; for a single look, such as a settings form. */
export const findFieldsInSight = (state: FlowState, componentId: string): FieldInSight[] => {
  const survey = surveyAnew(state)
  const from = viewpointOf(survey, componentId)
  if (from === undefined) return []
  const titleOf = (pageId: string) => survey.pagesById.get(pageId)?.page.title ?? pageId
  return listFields(survey).map((field) =>
    seeField(field, () => findSight(survey, from, field.id), titleOf),
  )
}

/** The components that actions of one component can change; for its settings form. */
export const findTargetsInSight = (state: FlowState, componentId: string): TargetInSight[] => {
  const survey = surveyAnew(state)
  const from = viewpointOf(survey, componentId)
  if (from === undefined) return []
  return survey.pages.flatMap(({ page, components }) =>
    components
      .filter(({ id }) => id !== componentId)
      .map((component) => seeTarget(component, page.title, comesAfter(survey, from, component.id))),
  )
}
