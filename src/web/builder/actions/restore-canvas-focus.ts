import type { Builder } from '../builder.ts'
import { primaryComponentId, primaryPageId } from '../state/selection.ts'

/** Whether something is a page or a row of the canvas, or within one. */
export const isOnCanvas = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-canvas] .react-flow__node') !== null

const findSelected = (builder: Builder): HTMLElement | null => {
  const { selection } = builder.session.getState()
  const componentId = primaryComponentId(selection)
  return componentId === undefined
    ? document.querySelector(`.react-flow__node[data-id="${primaryPageId(selection)}"]`)
    : document.querySelector(`[data-canvas] [data-row="${componentId}"] button`)
}

/**
 * A page or row that moves or goes away loses the focus. It then goes on to what is selected, so that the
 * keyboard stays on the canvas.
 */
export const restoreCanvasFocus = (builder: Builder): void => {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) {
      findSelected(builder)?.focus({ preventScroll: true })
    }
  })
}
