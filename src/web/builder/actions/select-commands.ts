import { getPage } from '#domain/flow/flow-state.ts'
import type { Way } from '#domain/flow/ways.ts'
import { type Builder, flowOf } from '../builder.ts'
import {
  primaryComponentId,
  primaryPageId,
  selectedComponentIds,
  selectedPageIds,
  toComponentSelection,
  toPageSelection,
} from '../state/selection.ts'

/** Selects the flow itself: nothing on it. */
export const selectFlow = (builder: Builder): void =>
  builder.session.setState({ selection: { kind: 'flow' } })

/** Selects components, the primary one last, and shows its settings. */
export const selectComponents = (builder: Builder, ids: readonly string[]): void =>
  builder.session.setState({ selection: toComponentSelection(ids), panel: 'settings' })

/** Selects a component and shows its settings. */
export const selectComponent = (builder: Builder, componentId: string): void =>
  selectComponents(builder, [componentId])

/** Selects pages, the primary one last, and shows its settings. */
export const selectPages = (builder: Builder, ids: readonly string[]): void =>
  builder.session.setState({ selection: toPageSelection(ids), panel: 'settings' })

/** Selects a page and shows its settings. */
export const selectPage = (builder: Builder, pageId: string): void => selectPages(builder, [pageId])

/** Selects a transition of a page and shows its settings. */
export const selectTransition = (builder: Builder, pageId: string, transitionId: string): void =>
  builder.session.setState({
    selection: { kind: 'transition', pageId, transitionId },
    panel: 'settings',
  })

/** Selects a way, or its page when it is the one that no transition describes. */
export const selectWay = (builder: Builder, { pageId, transition }: Way): void =>
  transition ? selectTransition(builder, pageId, transition.id) : selectPage(builder, pageId)

/** What of a click says how it selects. */
export interface SelectingClick {
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}

/** The ids between two of a list, both included, the second one last; that one alone when far apart. */
const rangeTo = (order: readonly string[], from: string | undefined, to: string): string[] => {
  const [start, end] = [order.indexOf(from ?? ''), order.indexOf(to)]
  if (start < 0 || end < 0) return [to]
  const range = order.slice(Math.min(start, end), Math.max(start, end) + 1)
  return start <= end ? range : range.toReversed()
}

const toggle = (selected: readonly string[], id: string): string[] =>
  selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id]

/** The pages' components one after another: what Shift selects a range of. */
const listComponentIds = (builder: Builder): string[] => {
  const flow = flowOf(builder)
  return flow.pageOrder.flatMap((id) => getPage(flow, id).componentOrder)
}

/** Selects a component by a click: alone; with Ctrl added or taken out; with Shift all up to it. */
export const clickComponent = (builder: Builder, id: string, click: SelectingClick): void => {
  const { selection } = builder.session.getState()
  const selected = selectedComponentIds(selection)
  if (click.shiftKey) {
    const range = rangeTo(listComponentIds(builder), primaryComponentId(selection), id)
    selectComponents(builder, [...selected.filter((other) => !range.includes(other)), ...range])
  } else if (click.ctrlKey || click.metaKey) selectComponents(builder, toggle(selected, id))
  else selectComponent(builder, id)
}

/** Selects a page by a click, as `clickComponent` does a component. */
export const clickPage = (builder: Builder, id: string, click: SelectingClick): void => {
  const { selection } = builder.session.getState()
  const selected = selectedPageIds(selection)
  if (click.shiftKey) {
    const range = rangeTo(flowOf(builder).pageOrder, primaryPageId(selection), id)
    selectPages(builder, [...selected.filter((other) => !range.includes(other)), ...range])
  } else if (click.ctrlKey || click.metaKey) selectPages(builder, toggle(selected, id))
  else selectPage(builder, id)
}
