const pagesInColumn = 10
const spacing = 340

/** Where the n-th page of a bench flow stands, in canvas units: ten in a column, column by column. */
export const toGridPosition = (index: number): { x: number; y: number } => ({
  x: Math.floor(index / pagesInColumn) * spacing,
  y: (index % pagesInColumn) * spacing,
})
