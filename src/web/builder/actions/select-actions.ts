import { getPage } from '#domain/flow/flow-state.ts'
import { type Builder, flowOf } from '../builder.ts'
import { always, type BuilderAction } from './builder-action.ts'
import { findCurrentPageId } from './page-commands.ts'
import { selectComponents, selectFlow, selectPages } from './select-commands.ts'

/** All components of the current page; without one, or when it is empty, all pages. */
const selectAll = (builder: Builder): void => {
  const flow = flowOf(builder)
  const pageId = findCurrentPageId(builder)
  const order = pageId === undefined ? [] : getPage(flow, pageId).componentOrder
  if (order.length > 0) selectComponents(builder, order)
  else selectPages(builder, flow.pageOrder)
}

const selectAllAction: BuilderAction = {
  name: 'select-all',
  label: 'Select all on the page',
  group: 'Select',
  shortcuts: ['Mod+A'],
  objection: always,
  run: selectAll,
}

const selectAllPagesAction: BuilderAction = {
  name: 'select-all-pages',
  label: 'Select all pages',
  group: 'Select',
  shortcuts: ['Mod+Shift+A'],
  objection: always,
  run: (builder) => selectPages(builder, flowOf(builder).pageOrder),
}

const selectNothingAction: BuilderAction = {
  name: 'select-nothing',
  label: 'Select nothing',
  group: 'Select',
  shortcuts: ['Escape'],
  objection: ({ session }) =>
    session.getState().selection.kind === 'flow' ? 'nothing is selected' : undefined,
  run: selectFlow,
}

export const selectActions: readonly BuilderAction[] = [
  selectAllAction,
  selectAllPagesAction,
  selectNothingAction,
]
