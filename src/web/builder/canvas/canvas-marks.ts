import { createStore } from 'zustand/vanilla'

/** A line that shows what a dragged page stands level with, in canvas units. */
export interface Guide {
  axis: 'x' | 'y'
  at: number
  from: number
  to: number
}

interface CanvasMarks {
  /** The pages of the way that shows a problem, one after another. */
  path: readonly string[]
  /** The components that the selected one uses or is used by. */
  related: ReadonlySet<string>
  /** The edge under the pointer: it offers to add a page. */
  hoveredEdge: string | undefined
  guides: readonly Guide[]
  /** The edges of the way that the preview has walked, and of those that it never has. */
  walked: ReadonlySet<string>
  missed: ReadonlySet<string>
  /** The page that the preview's phone shows. */
  previewed: string | undefined
}

/** What is marked on the canvas for a while: neither part of the document nor of the selection. */
export const canvasMarks = createStore<CanvasMarks>(() => ({
  path: [],
  related: new Set(),
  hoveredEdge: undefined,
  guides: [],
  walked: new Set(),
  missed: new Set(),
  previewed: undefined,
}))

/** Whether a step from one page to another is on the marked path. */
export const isOnPath = (path: readonly string[], from: string, to: string): boolean =>
  path.some((pageId, index) => pageId === from && path[index + 1] === to)
