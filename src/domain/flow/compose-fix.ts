import type { Fix } from '#domain/components/component-problem.ts'
import { createRecipientField } from './compose-operations.ts'
import type { FlowSurvey } from './flow-survey.ts'
import type { Operation, SimpleOperation } from './operation-schema.ts'

/** Moves a field to where it is asked before a component on every path, as near to its place as can be. */
const askBefore = (
  { logic, pagesById, state }: FlowSurvey,
  fieldId: string,
  componentId: string,
): Operation | undefined => {
  const fromId = state.pageIdByComponentId[fieldId]
  const toId = state.pageIdByComponentId[componentId]
  if (fromId === undefined || toId === undefined) return undefined
  const common = logic.graph.findCommonPage(fromId, toId) ?? toId
  const page = pagesById.get(common)
  if (page === undefined) return undefined
  const others = page.page.componentOrder.filter((id) => id !== fieldId)
  const index = common === toId ? others.indexOf(componentId) : others.length
  return { type: 'component.move', componentId: fieldId, pageId: common, index }
}

/** Takes a component out of every show and hide action, and switches it on. */
const alwaysShow = (survey: FlowSurvey, componentId: string): Operation | undefined => {
  const component = survey.state.componentsById[componentId]
  if (component === undefined) return undefined
  const operations: SimpleOperation[] = component.visible
    ? []
    : [{ type: 'component.update', componentId, changes: { visible: true } }]
  for (const select of survey.logic.actorsById.get(componentId) ?? []) {
    const actions = select.actions
      .map((action) =>
        action.do === 'fill'
          ? action
          : { ...action, targets: action.targets.filter((target) => target !== componentId) },
      )
      .filter(({ targets }) => targets.length > 0)
    operations.push({ type: 'component.update', componentId: select.id, changes: { actions } })
  }
  if (operations.length === 0) return undefined
  return { type: 'batch', label: `Always shown: ${component.title}`, operations }
}

const moveToMobilePage = ({ state }: FlowSurvey, componentId: string): Operation | undefined => {
  const pageId = state.pageOrder[1]
  return pageId === undefined
    ? undefined
    : { type: 'component.move', componentId, pageId, index: 0 }
}

/** The operation that mends a problem of a component; nothing where the flow leaves no room for it. */
export const composeFix = (
  survey: FlowSurvey,
  componentId: string,
  { changes, componentId: otherId = componentId }: Fix,
): Operation | undefined => {
  switch (changes) {
    case 'create-recipient':
      return createRecipientField(survey.state, componentId)
    case 'ask-before':
      return askBefore(survey, otherId, componentId)
    case 'always-show':
      return alwaysShow(survey, otherId)
    case 'to-mobile-page':
      return moveToMobilePage(survey, componentId)
    default:
      return { type: 'component.update', componentId: otherId, changes: { ...changes } }
  }
}
