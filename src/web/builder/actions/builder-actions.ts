import { addActions } from './add-actions.ts'
import { areaActions } from './area-actions.ts'
import { arrangeActions } from './arrange-actions.ts'
import { always, type BuilderAction } from './builder-action.ts'
import { editActions } from './edit-actions.ts'
import { findActions } from './find-actions.ts'
import { interchangeActions } from './interchange-actions.ts'
import { previewActions } from './preview-actions.ts'
import { selectActions } from './select-actions.ts'
import { viewActions } from './view-actions.ts'

export const saveAction: BuilderAction = {
  name: 'save',
  label: 'Save',
  group: 'Flow',
  shortcuts: ['Mod+S'],
  whileTyping: true,
  objection: always,
  run: ({ autosave }) => void autosave.flush(),
}

export const publishAction: BuilderAction = {
  name: 'publish',
  label: 'Publish',
  group: 'Flow',
  shortcuts: [],
  objection: always,
  run: ({ session }) => session.setState({ overlay: { kind: 'publish' } }),
}

const versionsAction: BuilderAction = {
  name: 'versions',
  label: 'Version History',
  group: 'Flow',
  shortcuts: [],
  keywords: ['restore', 'published', 'changes'],
  objection: always,
  run: ({ session }) => session.setState({ overlay: { kind: 'versions' } }),
}

/** Everything that can be done: what keyboard, menus, command palette and cheat sheet read. */
export const builderActions: readonly BuilderAction[] = [
  ...editActions,
  ...addActions,
  ...selectActions,
  ...arrangeActions,
  ...viewActions,
  ...areaActions,
  ...previewActions,
  ...findActions,
  ...interchangeActions,
  saveAction,
  publishAction,
  versionsAction,
]

/** The action of a name. Throws when there is none: that is a bug of the caller. */
export const getAction = (name: string): BuilderAction => {
  const action = builderActions.find((candidate) => candidate.name === name)
  if (action === undefined) throw new Error(`no action "${name}"`)
  return action
}
