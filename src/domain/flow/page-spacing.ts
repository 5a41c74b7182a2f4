/**
 * How far pages that are made one after another stand apart, from left edge to left edge: so far that the
 * label "otherwise" has room on the way between them.
 */
export const pageSpacing = 372
