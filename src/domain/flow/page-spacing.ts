/** How far pages that are made one after another stand apart, from left edge to left edge. */
export const pageSpacing = 340
