import { openQuickAdd } from '../quick-add/open-quick-add.ts'
import { always, type BuilderAction } from './builder-action.ts'
import { needsPage } from './objections.ts'
import { addPage, addPageAfter, findCurrentPageId } from './page-commands.ts'

const quickAddAction: BuilderAction = {
  name: 'quick-add',
  label: 'Add a component…',
  group: 'Add',
  shortcuts: ['/'],
  keywords: ['new', 'insert'],
  objection: always,
  run: (builder) => openQuickAdd(builder),
}

const addPageAction: BuilderAction = {
  name: 'add-page',
  label: 'Add page',
  group: 'Add',
  shortcuts: ['Shift+P'],
  keywords: ['new'],
  objection: always,
  run: addPage,
}

const addPageAfterAction: BuilderAction = {
  name: 'add-page-after',
  label: 'Add page after this one',
  group: 'Add',
  shortcuts: ['Shift+N'],
  keywords: ['new', 'insert'],
  objection: needsPage,
  run: addPageAfter,
}

const connectAction: BuilderAction = {
  name: 'connect',
  label: 'Connect page to…',
  group: 'Add',
  shortcuts: ['Shift+C'],
  keywords: ['transition', 'edge', 'branch', 'next', 'condition'],
  objection: needsPage,
  run: (builder) => {
    const pageId = findCurrentPageId(builder)
    if (pageId !== undefined) builder.session.setState({ overlay: { kind: 'connect', pageId } })
  },
}

export const addActions: readonly BuilderAction[] = [
  quickAddAction,
  addPageAction,
  addPageAfterAction,
  connectAction,
]
