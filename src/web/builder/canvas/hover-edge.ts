import { canvasMarks } from './canvas-marks.ts'

/** So long an edge stays hovered after it was left: the way to its button, in ms. */
const patience = 250

let leaving: ReturnType<typeof setTimeout> | undefined

/** The pointer is over an edge, or over the button that it shows. */
export const hoverEdge = (id: string): void => {
  clearTimeout(leaving)
  canvasMarks.setState({ hoveredEdge: id })
}

/** The pointer left an edge or its button. */
export const leaveEdge = (): void => {
  clearTimeout(leaving)
  leaving = setTimeout(() => canvasMarks.setState({ hoveredEdge: undefined }), patience)
}
