import type { FlowState } from '#domain/flow/flow-state.ts'

type Ids = readonly [string, ...string[]]

/**
 * What is selected: it is what the side panel shows and what the keyboard acts on. Of several, the last
 * id is the primary one: it was selected last, and its settings are shown.
 */
export type Selection =
  | { kind: 'flow' }
  | { kind: 'pages'; pageIds: Ids }
  | { kind: 'components'; componentIds: Ids }
  | { kind: 'transition'; pageId: string; transitionId: string }

const toIds = (ids: readonly string[]): Ids | undefined => {
  const [first, ...others] = new Set(ids)
  return first === undefined ? undefined : [first, ...others]
}

/** The selection of these pages; of the flow itself when there are none. */
export const toPageSelection = (ids: readonly string[]): Selection => {
  const pageIds = toIds(ids)
  return pageIds ? { kind: 'pages', pageIds } : { kind: 'flow' }
}

/** The selection of these components; of the flow itself when there are none. */
export const toComponentSelection = (ids: readonly string[]): Selection => {
  const componentIds = toIds(ids)
  return componentIds ? { kind: 'components', componentIds } : { kind: 'flow' }
}

/** The pages that are selected, the primary one last. */
export const selectedPageIds = (selection: Selection): readonly string[] =>
  selection.kind === 'pages' ? selection.pageIds : []

/** The components that are selected, the primary one last. */
export const selectedComponentIds = (selection: Selection): readonly string[] =>
  selection.kind === 'components' ? selection.componentIds : []

/** What of a selection is still there; the same selection while all of it is. */
export const keepExisting = (
  selection: Selection,
  { pagesById, componentsById }: FlowState,
): Selection => {
  const isPage = (id: string) => pagesById[id] !== undefined
  const isComponent = (id: string) => componentsById[id] !== undefined
  switch (selection.kind) {
    case 'flow':
      return selection
    case 'transition':
      return isPage(selection.pageId) ? selection : { kind: 'flow' }
    case 'pages': {
      const { pageIds } = selection
      return pageIds.every(isPage) ? selection : toPageSelection(pageIds.filter(isPage))
    }
    case 'components': {
      const ids = selection.componentIds
      return ids.every(isComponent) ? selection : toComponentSelection(ids.filter(isComponent))
    }
  }
}

/** The page whose settings are shown, when pages are selected. */
export const primaryPageId = (selection: Selection): string | undefined =>
  selectedPageIds(selection).at(-1)

/** The component whose settings are shown, when components are selected. */
export const primaryComponentId = (selection: Selection): string | undefined =>
  selectedComponentIds(selection).at(-1)

export const isPageSelected = (selection: Selection, pageId: string): boolean =>
  selectedPageIds(selection).includes(pageId)

export const isComponentSelected = (selection: Selection, componentId: string): boolean =>
  selectedComponentIds(selection).includes(componentId)
