import type { OutlinePageMatch } from './outline-query.ts'

/** How high a row of the outline is, in pixels. */
export const rowHeight = 32

/** A page with the components that are shown below it, and where that begins. */
export interface OutlineBlock extends OutlinePageMatch {
  isOpen: boolean
  /** Pixels from the top of the list. */
  top: number
  height: number
  /** Place among the pages that are shown, from 1. */
  position: number
}

/** Lays out pages one below the other; a folded one is one row. */
export const layOutOutline = (
  pages: readonly OutlinePageMatch[],
  isOpen: (page: OutlinePageMatch) => boolean,
): OutlineBlock[] => {
  let top = 0
  return pages.map((page, index) => {
    const open = isOpen(page)
    const height = rowHeight * (open ? 1 + page.componentIds.length : 1)
    const block = { ...page, isOpen: open, top, height, position: index + 1 }
    top += height
    return block
  })
}

/** The blocks that can be seen, and the one that has the focus: its row must not go away. */
export const findShownBlocks = (
  blocks: readonly OutlineBlock[],
  view: { top: number; height: number },
  focusedId: string | undefined,
): OutlineBlock[] =>
  blocks.filter(
    ({ top, height, pageId, componentIds }) =>
      (top + height >= view.top && top <= view.top + view.height) ||
      (focusedId !== undefined && (pageId === focusedId || componentIds.includes(focusedId))),
  )

/** The ids of all rows from top to bottom. */
export const listRowIds = (blocks: readonly OutlineBlock[]): string[] =>
  blocks.flatMap(({ pageId, componentIds, isOpen }) =>
    isOpen ? [pageId, ...componentIds] : [pageId],
  )
