import type { DropTarget } from './drag-store.ts'

/** A row's upper and lower edge. */
export interface RowEdges {
  top: number
  bottom: number
}

/** The index at which a row would be put in: before the first row whose middle is below the pointer. */
export const findIndex = (rows: readonly RowEdges[], y: number): number => {
  const index = rows.findIndex(({ top, bottom }) => y < (top + bottom) / 2)
  return index < 0 ? rows.length : index
}

/** Where the line is drawn for an index: between two rows, or at the end that has only one. */
export const findLineTop = (rows: readonly RowEdges[], index: number, listTop: number): number => {
  const above = rows[index - 1]
  const below = rows[index]
  if (above && below) return (above.bottom + below.top) / 2
  return above?.bottom ?? below?.top ?? listTop
}

/**
 * What lies under the pointer: a page (anything marked `data-drop-page`) and the place among the rows
 * (`data-row`) of its list. Reads the screen, so it is right under any zoom. `draggedId` is not counted.
 */
export const findDropTarget = (
  x: number,
  y: number,
  draggedId?: string,
): DropTarget | undefined => {
  const page = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop-page]')
  const list = page?.querySelector<HTMLElement>('[data-drop-list]')
  const pageId = page?.dataset.dropPage
  if (!list || pageId === undefined) return undefined
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')]
    .filter(({ dataset }) => dataset.row !== draggedId)
    .map((row) => row.getBoundingClientRect())
  const { left, top, width } = list.getBoundingClientRect()
  const index = findIndex(rows, y)
  return { pageId, index, line: { left, top: findLineTop(rows, index, top), width } }
}
