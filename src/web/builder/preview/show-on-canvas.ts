import { type Builder, flowOf } from '../builder.ts'
import { type Selection, toComponentSelection, toPageSelection } from '../state/selection.ts'
import type { TraceTarget } from './trace/trace-note.ts'

const toSelection = (builder: Builder, target: TraceTarget): Selection | undefined => {
  const { pageId, componentId, transitionId } = target
  const { pagesById, componentsById } = flowOf(builder)
  if (pagesById[pageId] === undefined) return undefined
  if (componentId !== null && componentsById[componentId]) {
    return toComponentSelection([componentId])
  }
  return transitionId !== null && pagesById[pageId].next.some(({ id }) => id === transitionId)
    ? { kind: 'transition', pageId, transitionId }
    : toPageSelection([pageId])
}

/** Selects something on the canvas and brings it into view, while the side panel stays with the preview. */
export const showOnCanvas = (builder: Builder, target: TraceTarget): void => {
  const selection = toSelection(builder, target)
  if (selection === undefined) return
  builder.session.setState({ selection })
  builder.canvas?.reveal(target.pageId)
}
