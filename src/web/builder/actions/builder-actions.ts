import { type Builder, flowOf } from '../builder.ts'
import type { Selection } from '../state/session-store.ts'
import {
  addPage,
  duplicateComponent,
  removeSelected,
  sendToPage,
  shiftComponent,
  shiftPage,
} from './edit-commands.ts'

/** Something that a person can do in the builder, as toolbar, menus and keyboard all read it. */
export interface BuilderAction {
  name: string
  label: string
  /** In the form "Mod+Shift+Z"; Mod is Ctrl, on a Mac Command. The first is the one that is shown. */
  shortcuts: readonly string[]
  /** Whether the shortcut also works while a text is edited. */
  whileTyping?: boolean
  isEnabled(builder: Builder): boolean
  run(builder: Builder): void
}

const always = () => true

const selectionOf = ({ session }: Builder): Selection => session.getState().selection

const selectedComponentId = (builder: Builder): string | undefined => {
  const selection = selectionOf(builder)
  return selection.kind === 'component' ? selection.componentId : undefined
}

const selectedPageId = (builder: Builder): string | undefined => {
  const selection = selectionOf(builder)
  return selection.kind === 'page' ? selection.pageId : undefined
}

const hasComponent = (builder: Builder) => selectedComponentId(builder) !== undefined

const shift = (step: 1 | -1) => (builder: Builder) => {
  const componentId = selectedComponentId(builder)
  const pageId = selectedPageId(builder)
  if (componentId !== undefined) shiftComponent(builder, componentId, step)
  else if (pageId !== undefined) shiftPage(builder, pageId, step)
}

const send = (step: 1 | -1) => (builder: Builder) => {
  const componentId = selectedComponentId(builder)
  if (componentId !== undefined) sendToPage(builder, componentId, step)
}

const isMovable = (builder: Builder) => selectionOf(builder).kind !== 'flow'

export const undoAction: BuilderAction = {
  name: 'undo',
  label: 'Undo',
  shortcuts: ['Mod+Z'],
  isEnabled: ({ editor }) => editor.store.getState().past.length > 0,
  run: ({ editor }) => void editor.undo(),
}

export const redoAction: BuilderAction = {
  name: 'redo',
  label: 'Redo',
  shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
  isEnabled: ({ editor }) => editor.store.getState().future.length > 0,
  run: ({ editor }) => void editor.redo(),
}

export const saveAction: BuilderAction = {
  name: 'save',
  label: 'Save',
  shortcuts: ['Mod+S'],
  whileTyping: true,
  isEnabled: always,
  run: ({ autosave }) => void autosave.flush(),
}

const addPageAction: BuilderAction = {
  name: 'add-page',
  label: 'Add page',
  shortcuts: ['Shift+P'],
  isEnabled: always,
  run: addPage,
}

const deleteAction: BuilderAction = {
  name: 'delete',
  label: 'Delete',
  shortcuts: ['Delete', 'Backspace'],
  isEnabled: (builder) => {
    const pageId = selectedPageId(builder)
    return hasComponent(builder) || flowOf(builder).pagesById[pageId ?? '']?.kind === 'mobile'
  },
  run: removeSelected,
}

const duplicateAction: BuilderAction = {
  name: 'duplicate',
  label: 'Duplicate',
  shortcuts: ['Mod+D'],
  isEnabled: hasComponent,
  run: (builder) => {
    const componentId = selectedComponentId(builder)
    if (componentId !== undefined) duplicateComponent(builder, componentId)
  },
}

export const fitViewAction: BuilderAction = {
  name: 'fit-view',
  label: 'Fit to screen',
  shortcuts: ['Shift+1'],
  isEnabled: always,
  run: ({ canvas }) => canvas?.fitView(),
}

export const zoomInAction: BuilderAction = {
  name: 'zoom-in',
  label: 'Zoom in',
  shortcuts: ['Mod+=', 'Mod++'],
  isEnabled: always,
  run: ({ canvas }) => canvas?.zoomBy(1.25),
}

export const zoomOutAction: BuilderAction = {
  name: 'zoom-out',
  label: 'Zoom out',
  shortcuts: ['Mod+-'],
  isEnabled: always,
  run: ({ canvas }) => canvas?.zoomBy(0.8),
}

const move = (name: string, label: string, shortcut: string, run: BuilderAction['run']) => ({
  name,
  label,
  shortcuts: [shortcut],
  isEnabled: isMovable,
  run,
})

/** Every action of the builder that has a shortcut. */
export const builderActions: readonly BuilderAction[] = [
  undoAction,
  redoAction,
  saveAction,
  addPageAction,
  deleteAction,
  duplicateAction,
  fitViewAction,
  zoomInAction,
  zoomOutAction,
  move('move-up', 'Move up', 'Alt+ArrowUp', shift(-1)),
  move('move-down', 'Move down', 'Alt+ArrowDown', shift(1)),
  move('to-previous-page', 'Move to the previous page', 'Alt+ArrowLeft', send(-1)),
  move('to-next-page', 'Move to the next page', 'Alt+ArrowRight', send(1)),
]
