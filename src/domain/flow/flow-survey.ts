import type { FieldInSight, Place } from '#domain/components/component-problem.ts'
import { type Component, getComponentType } from '#domain/components/component-registry.ts'
import type { SelectComponent } from '#domain/components/select/select-schema.ts'
import { buildFlowGraph, type FlowGraph } from './flow-graph.ts'
import { type FlowState, listComponents, listPages, type PageState } from './flow-state.ts'

/** A field, with the page that it stands on. */
export type FieldAt = Omit<FieldInSight, 'place' | 'way'>

/** Where a field stands, and a way that shows it. */
export interface Sight {
  place: Place
  path: readonly string[] | null
}

/** One page with what others want to know of it. */
export interface PageSurvey {
  page: PageState
  components: readonly Component[]
  fieldsById: ReadonlyMap<string, FieldAt>
  recipients: readonly FieldAt[]
  indexById: ReadonlyMap<string, number>
  /** Everything on the page that a proof can depend on; texts and looks are not in it. */
  bearing: string
}

/** What decides which components a worker meets. Stays the same object until something of it changes. */
export interface FlowLogic {
  graph: FlowGraph
  /** The Selects that show or hide a component, by its id. */
  actorsById: ReadonlyMap<string, readonly SelectComponent[]>
  /** Where fields were found to stand; kept as long as the logic holds. */
  sights: Map<string, Sight>
}

/** A flow prepared for questions about it. */
export interface FlowSurvey {
  state: FlowState
  pages: readonly PageSurvey[]
  pagesById: ReadonlyMap<string, PageSurvey>
  /** The fields that a code can be sent to, in page order. */
  recipients: readonly FieldAt[]
  logic: FlowLogic
}

const bearings = new WeakMap<Component, string>()

const findBearing = (component: Component): string => {
  const known = bearings.get(component)
  if (known !== undefined) return known
  const { id, type, visible, required } = component
  const rest =
    component.type === 'select'
      ? JSON.stringify([
          component.options.map((option) => option.id),
          component.style,
          component.minimumSelected,
          component.maximumSelected,
          component.actions,
        ])
      : ''
  const bearing = `${id} ${type} ${visible} ${required} ${rest};`
  bearings.set(component, bearing)
  return bearing
}

const fields = new WeakMap<Component, FieldAt>()

/** A component as a field, the same object as long as the component and its page's title last. */
const toField = (component: Component, page: PageState): FieldAt | undefined => {
  const type = getComponentType(component.type)
  if (!type.asksAnswer) return undefined
  const known = fields.get(component)
  if (known?.pageId === page.id && known.pageTitle === page.title) return known
  const field = {
    id: component.id,
    title: component.title,
    describe: type.describe(component),
    pageId: page.id,
    pageTitle: page.title,
    recipientKind: type.recipientKind(component),
    choices: type.choices(component),
    required: component.required,
    visible: component.visible,
  }
  fields.set(component, field)
  return field
}

const surveyPage = (state: FlowState, page: PageState, last?: PageSurvey): PageSurvey => {
  if (
    last?.page === page &&
    last.components.every((component) => state.componentsById[component.id] === component)
  ) {
    return last
  }
  const components = listComponents(state, page)
  const fieldsById = new Map<string, FieldAt>()
  for (const component of components) {
    const field = toField(component, page)
    if (field !== undefined) fieldsById.set(component.id, field)
  }
  const indexById = new Map(components.map(({ id }, index) => [id, index]))
  const bearing = components.map(findBearing).join('')
  const recipients = [...fieldsById.values()].filter(({ recipientKind }) => recipientKind !== null)
  return { page, components, fieldsById, recipients, indexById, bearing }
}

const findActors = (pages: readonly PageSurvey[]): FlowLogic['actorsById'] => {
  const actors = new Map<string, SelectComponent[]>()
  for (const component of pages.flatMap(({ components }) => components)) {
    if (component.type !== 'select') continue
    const shown = component.actions.filter((action) => action.do !== 'fill')
    for (const target of new Set(shown.flatMap(({ targets }) => targets))) {
      actors.set(target, [...(actors.get(target) ?? []), component])
    }
  }
  return actors
}

const hasSameGraph = (pages: readonly PageSurvey[], last: readonly PageSurvey[]): boolean =>
  pages.length === last.length &&
  pages.every(({ page }, index) => {
    const before = last[index]?.page
    return page === before || (page.id === before?.id && page.next === before.next)
  })

const surveyLogic = (pages: readonly PageSurvey[], last?: FlowSurvey): FlowLogic => {
  const isSameGraph = last !== undefined && hasSameGraph(pages, last.pages)
  if (isSameGraph && pages.every(({ bearing }, index) => bearing === last.pages[index]?.bearing)) {
    return last.logic
  }
  const graph = isSameGraph ? last.logic.graph : buildFlowGraph(pages.map(({ page }) => page))
  return { graph, actorsById: findActors(pages), sights: new Map() }
}

/** Surveys a flow. What the last survey knew of what has not changed since is taken over. */
export const surveyFlow = (state: FlowState, last?: FlowSurvey): FlowSurvey => {
  const pages = listPages(state).map((page) =>
    surveyPage(state, page, last?.pagesById.get(page.id)),
  )
  const pagesById = new Map(pages.map((survey) => [survey.page.id, survey]))
  const recipients = pages.flatMap((page) => page.recipients)
  const isSame =
    recipients.length === last?.recipients.length &&
    recipients.every((field, index) => field === last.recipients[index])
  return {
    state,
    pages,
    pagesById,
    recipients: isSame ? last.recipients : recipients,
    logic: surveyLogic(pages, last),
  }
}

/** The page that a component stands on; nothing when there is no such component. */
export const findPageOf = (survey: FlowSurvey, componentId: string): PageSurvey | undefined => {
  const { pageIdByComponentId } = survey.state
  return Object.hasOwn(pageIdByComponentId, componentId)
    ? survey.pagesById.get(pageIdByComponentId[componentId] ?? '')
    : undefined
}

/** One field by its id; nothing when no component with the id asks an answer. */
export const findField = (survey: FlowSurvey, fieldId: string): FieldAt | undefined =>
  findPageOf(survey, fieldId)?.fieldsById.get(fieldId)

/** Lists every component that asks an answer, in page order. */
export const listFields = ({ pages }: FlowSurvey): FieldAt[] =>
  pages.flatMap(({ fieldsById }) => [...fieldsById.values()])
