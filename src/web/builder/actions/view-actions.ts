import { always, type BuilderAction } from './builder-action.ts'
import { findCurrentPageId } from './page-commands.ts'
import { findSelectedParts } from './selected-parts.ts'

export const fitViewAction: BuilderAction = {
  name: 'fit-view',
  label: 'Fit to screen',
  group: 'View',
  shortcuts: ['Shift+1'],
  keywords: ['zoom', 'all'],
  objection: always,
  run: ({ canvas }) => canvas?.fitView(),
}

export const zoomInAction: BuilderAction = {
  name: 'zoom-in',
  label: 'Zoom in',
  group: 'View',
  shortcuts: ['Mod+=', 'Mod++'],
  objection: always,
  run: ({ canvas }) => canvas?.zoomBy(1.25),
}

export const zoomOutAction: BuilderAction = {
  name: 'zoom-out',
  label: 'Zoom out',
  group: 'View',
  shortcuts: ['Mod+-'],
  objection: always,
  run: ({ canvas }) => canvas?.zoomBy(0.8),
}

const actualSizeAction: BuilderAction = {
  name: 'zoom-actual-size',
  label: 'Zoom to 100 %',
  group: 'View',
  shortcuts: ['Shift+0'],
  objection: always,
  run: ({ canvas }) => canvas?.zoomToActualSize(),
}

const zoomToSelectionAction: BuilderAction = {
  name: 'zoom-selection',
  label: 'Zoom to the selection',
  group: 'View',
  shortcuts: ['Shift+2'],
  objection: (builder) =>
    findCurrentPageId(builder) === undefined ? 'select a page first' : undefined,
  run: (builder) => {
    const { flow, pageIds, componentIds } = findSelectedParts(builder)
    const holding = componentIds.flatMap((id) => flow.pageIdByComponentId[id] ?? [])
    builder.canvas?.zoomToPages(pageIds.length > 0 ? pageIds : [...new Set(holding)])
  },
}

const cheatSheetAction: BuilderAction = {
  name: 'cheat-sheet',
  label: 'Keyboard shortcuts',
  group: 'View',
  shortcuts: ['?'],
  keywords: ['help', 'keys', 'cheat sheet'],
  objection: always,
  run: ({ session }) => session.setState({ overlay: { kind: 'cheat-sheet' } }),
}

export const viewActions: readonly BuilderAction[] = [
  fitViewAction,
  actualSizeAction,
  zoomToSelectionAction,
  zoomInAction,
  zoomOutAction,
  cheatSheetAction,
]
