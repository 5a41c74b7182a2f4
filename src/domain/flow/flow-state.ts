import type { Component } from '#domain/components/component-registry.ts'
import {
  currentSchemaVersion,
  type FlowDocument,
  type FlowSettings,
  type Page,
} from './flow-schema.ts'

/** A page in memory: its components by reference, in order. */
export interface PageState extends Omit<Page, 'components'> {
  componentOrder: readonly string[]
}

/**
 * A flow in memory, normalised, so that a change touches only what it changes and everything else
 * keeps its identity.
 */
export interface FlowState {
  readonly settings: FlowSettings
  readonly pageOrder: readonly string[]
  readonly pagesById: Readonly<Record<string, PageState>>
  readonly componentsById: Readonly<Record<string, Component>>
  /** Which page each component stands on; derived, kept for quick look-ups. */
  readonly pageIdByComponentId: Readonly<Record<string, string>>
}

/** Splits a page into its state and its components. */
export const splitPage = ({ components, ...page }: Page): [PageState, Component[]] => [
  { ...page, componentOrder: components.map(({ id }) => id) },
  components,
]

/** Normalises a document whose ids are unique. */
export const toFlowState = (document: FlowDocument): FlowState => {
  const pagesById: Record<string, PageState> = {}
  const componentsById: Record<string, Component> = {}
  const pageIdByComponentId: Record<string, string> = {}
  for (const whole of document.pages) {
    const [page, components] = splitPage(whole)
    pagesById[page.id] = page
    for (const component of components) {
      componentsById[component.id] = component
      pageIdByComponentId[component.id] = page.id
    }
  }
  return {
    settings: document.settings,
    pageOrder: document.pages.map(({ id }) => id),
    pagesById,
    componentsById,
    pageIdByComponentId,
  }
}

/** A page that must be there. Throws when it is not: that is a bug of the caller. */
export const getPage = (state: FlowState, pageId: string): PageState => {
  const page = state.pagesById[pageId]
  if (page === undefined) throw new Error(`no page "${pageId}" in the flow`)
  return page
}

/** A component that must be there. Throws when it is not: that is a bug of the caller. */
export const getComponent = (state: FlowState, componentId: string): Component => {
  const component = state.componentsById[componentId]
  if (component === undefined) throw new Error(`no component "${componentId}" in the flow`)
  return component
}

/** The pages in order. */
export const listPages = (state: FlowState): PageState[] =>
  state.pageOrder.map((id) => getPage(state, id))

/** The components of a page in order. */
export const listComponents = (state: FlowState, page: PageState): Component[] =>
  page.componentOrder.map((id) => getComponent(state, id))

/** Puts a page and its components together again. */
export const joinPage = (state: FlowState, pageId: string): Page => {
  const { componentOrder, id, kind, title, position, next, foreign } = getPage(state, pageId)
  const components = componentOrder.map((componentId) => getComponent(state, componentId))
  return { id, kind, title, position, components, next, foreign }
}

/** The document of a state: what is stored and sent. */
export const toFlowDocument = (state: FlowState): FlowDocument => ({
  schemaVersion: currentSchemaVersion,
  settings: state.settings,
  pages: state.pageOrder.map((id) => joinPage(state, id)),
})
