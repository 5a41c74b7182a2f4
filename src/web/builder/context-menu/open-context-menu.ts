import type { MouseEvent } from 'react'
import { isTyping } from '../actions/is-typing.ts'
import { selectComponent, selectFlow, selectPage, selectWay } from '../actions/select-commands.ts'
import type { Builder } from '../builder.ts'
import { findWay } from '../canvas/way-commands.ts'
import { isComponentSelected, isPageSelected } from '../state/selection.ts'

/** Selects what a menu is asked for, unless it is one of several that are selected already. */
const selectTarget = (builder: Builder, target: Element): boolean => {
  const { selection } = builder.session.getState()
  const componentId = target.closest<HTMLElement>('[data-row]')?.dataset.row
  if (componentId !== undefined) {
    if (!isComponentSelected(selection, componentId)) selectComponent(builder, componentId)
    return true
  }
  const pageId = target.closest<HTMLElement>('[data-drop-page]')?.dataset.dropPage
  if (pageId !== undefined) {
    if (!isPageSelected(selection, pageId)) selectPage(builder, pageId)
    return true
  }
  const node = target.closest<HTMLElement>('.react-flow__node')?.dataset.id
  if (node !== undefined && builder.editor.store.getState().flow.pagesById[node]) {
    if (!isPageSelected(selection, node)) selectPage(builder, node)
    return true
  }
  const way = findWay(builder, target.closest<HTMLElement>('[data-way]')?.dataset.way ?? '')
  if (way) {
    selectWay(builder, way)
    return true
  }
  if (target.closest('.react-flow__edge') !== null) return selection.kind === 'transition'
  if (target.closest('[data-canvas], [data-outline]') === null) return false
  selectFlow(builder)
  return true
}

/** One menu for everything on canvas and outline: what it is about is read off the screen. */
export const openContextMenu = (builder: Builder, event: MouseEvent): void => {
  const { target } = event
  if (!(target instanceof Element) || isTyping(target)) return
  if (!selectTarget(builder, target)) return
  event.preventDefault()
  // Where the menu key comes without a point, the menu opens at what has the focus.
  const { clientX: x, clientY: y } = event
  const { left, bottom } = target.getBoundingClientRect()
  const at = x === 0 && y === 0 ? { x: left, y: bottom } : { x, y }
  builder.session.setState({ overlay: { kind: 'context-menu', at } })
}
