import type { Way } from '#domain/flow/ways.ts'

/** The id of the edge that stands for a way. */
export const toEdgeId = ({ pageId, transition }: Way): string =>
  `${pageId}/${transition?.id ?? 'next'}`
