import type { FieldInSight, Place } from '#domain/components/component-problem.ts'
import { getComponentType } from '#domain/components/component-registry.ts'
import { buildFlowGraph, type FlowGraph } from './flow-graph.ts'
import { type FlowState, getPage, listComponents, listPages } from './flow-state.ts'

/** A field, with where it stands in the flow. */
export interface FieldAt extends Omit<FieldInSight, 'place'> {
  pageIndex: number
  index: number
}

/** Lists every component that asks an answer, in page order. */
export const listFields = (state: FlowState): FieldAt[] =>
  listPages(state).flatMap((page, pageIndex) =>
    listComponents(state, page).flatMap((component, index) => {
      const type = getComponentType(component.type)
      if (!type.asksAnswer) return []
      return [
        {
          id: component.id,
          title: component.title,
          describe: type.describe(component),
          pageId: page.id,
          pageTitle: page.title,
          recipientKind: type.recipientKind(component),
          required: component.required,
          visible: component.visible,
          pageIndex,
          index,
        },
      ]
    }),
  )

/** Where a component stands, from which fields are looked at. */
export interface Viewpoint {
  id: string
  pageId: string
  pageIndex: number
  index: number
}

const findPlace = (field: FieldAt, from: Viewpoint, graph: FlowGraph): Place => {
  if (field.id === from.id) return 'itself'
  if (field.pageId === from.pageId) return field.index < from.index ? 'before' : 'below'
  if (graph.isOnEveryPathTo(from.pageId, field.pageId)) return 'before'
  return field.pageIndex > from.pageIndex ? 'later-page' : 'skippable'
}

/** A field as one component sees it: whether it is asked before it on every path. */
export const seeField = (from: Viewpoint, field: FieldAt, graph: FlowGraph): FieldInSight => ({
  ...field,
  place: findPlace(field, from, graph),
})

/** The fields as one component of a flow sees them; for a single look, such as a settings form. */
export const findFieldsInSight = (state: FlowState, componentId: string): FieldInSight[] => {
  const pageId = state.pageIdByComponentId[componentId]
  if (pageId === undefined) return []
  const from = {
    id: componentId,
    pageId,
    pageIndex: state.pageOrder.indexOf(pageId),
    index: getPage(state, pageId).componentOrder.indexOf(componentId),
  }
  const graph = buildFlowGraph(listPages(state))
  return listFields(state).map((field) => seeField(from, field, graph))
}
