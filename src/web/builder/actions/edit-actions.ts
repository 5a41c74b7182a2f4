import { duplicateSelected } from '../clipboard/clipboard-commands.ts'
import { copyFromMenu, cutFromMenu, pasteFromMenu } from '../clipboard/system-clipboard.ts'
import { always, type BuilderAction } from './builder-action.ts'
import { redo, undo } from './history-commands.ts'
import { needsParts, needsRemovable } from './objections.ts'
import { removeSelected } from './remove-commands.ts'
import { startRenaming } from './rename-commands.ts'

export const undoAction: BuilderAction = {
  name: 'undo',
  label: 'Undo',
  group: 'Edit',
  shortcuts: ['Mod+Z'],
  objection: ({ editor }) =>
    editor.store.getState().past.length > 0 ? undefined : 'nothing was done yet',
  run: undo,
}

export const redoAction: BuilderAction = {
  name: 'redo',
  label: 'Redo',
  group: 'Edit',
  shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
  objection: ({ editor }) =>
    editor.store.getState().future.length > 0 ? undefined : 'nothing was undone',
  run: redo,
}

const cutAction: BuilderAction = {
  name: 'cut',
  label: 'Cut',
  group: 'Edit',
  shortcuts: ['Mod+X'],
  isNative: true,
  objection: (builder) => needsParts(builder) ?? needsRemovable(builder),
  run: cutFromMenu,
}

const copyAction: BuilderAction = {
  name: 'copy',
  label: 'Copy',
  group: 'Edit',
  shortcuts: ['Mod+C'],
  isNative: true,
  objection: needsParts,
  run: copyFromMenu,
}

const pasteAction: BuilderAction = {
  name: 'paste',
  label: 'Paste',
  group: 'Edit',
  shortcuts: ['Mod+V'],
  isNative: true,
  objection: always,
  run: pasteFromMenu,
}

const duplicateAction: BuilderAction = {
  name: 'duplicate',
  label: 'Duplicate',
  group: 'Edit',
  shortcuts: ['Mod+D'],
  keywords: ['copy', 'clone'],
  objection: needsParts,
  run: duplicateSelected,
}

const renameAction: BuilderAction = {
  name: 'rename',
  label: 'Rename',
  group: 'Edit',
  shortcuts: ['F2'],
  keywords: ['title', 'name'],
  objection: always,
  run: startRenaming,
}

const deleteAction: BuilderAction = {
  name: 'delete',
  label: 'Delete',
  group: 'Edit',
  shortcuts: ['Delete', 'Backspace'],
  keywords: ['remove'],
  objection: needsRemovable,
  run: removeSelected,
}

export const historyAction: BuilderAction = {
  name: 'history',
  label: 'List of steps',
  group: 'Edit',
  shortcuts: ['Shift+H'],
  keywords: ['history', 'undo', 'redo'],
  objection: always,
  run: ({ session }) => session.setState({ overlay: { kind: 'history' } }),
}

export const editActions: readonly BuilderAction[] = [
  undoAction,
  redoAction,
  historyAction,
  cutAction,
  copyAction,
  pasteAction,
  duplicateAction,
  renameAction,
  deleteAction,
]
