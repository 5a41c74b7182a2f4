/** Sizes of a page as it is drawn on the canvas, in canvas units. */
export const pageSize = { width: 272, header: 52, row: 44, empty: 64, footer: 48 } as const

/** The height of a page on the canvas with so many components. */
export const pageHeight = (rows: number): number =>
  pageSize.header + pageSize.footer + (rows * pageSize.row || pageSize.empty)
