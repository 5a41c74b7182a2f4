import { type Builder, flowOf } from '../builder.ts'
import { primaryComponentId, primaryPageId } from '../state/selection.ts'

/** So long it is waited for a page that was out of sight: it is drawn once the view has moved there. */
const patientFrames = 40

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

const focusSelected = (builder: Builder, frames: number): void => {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    const selected = findSelected(builder)
    if (selected) return selected.focus({ preventScroll: true })
    if (frames === patientFrames) revealSelected(builder)
    if (frames > 0) focusSelected(builder, frames - 1)
  })
}

const revealSelected = (builder: Builder): void => {
  const { selection } = builder.session.getState()
  const { pageIdByComponentId } = flowOf(builder)
  const pageId =
    pageIdByComponentId[primaryComponentId(selection) ?? ''] ?? primaryPageId(selection)
  if (pageId !== undefined) builder.canvas?.reveal(pageId)
}

/**
 * A page or row that moves or goes away loses the focus. It then goes on to what is selected, so that
 * the keyboard stays on the canvas.
 */
export const restoreCanvasFocus = (builder: Builder): void => focusSelected(builder, patientFrames)
