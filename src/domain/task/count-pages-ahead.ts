import type { Answers } from '#domain/components/answer.ts'
import { finishTarget } from '#domain/flow/finish-target.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { findNextPage, listWay } from './walk.ts'

/** How many pages come after the last one of a path, as far as the answers so far can tell. */
export const countPagesAhead = (
  document: FlowDocument,
  path: readonly string[],
  answers: Answers,
): number => {
  const ahead = [...path]
  let next = findNextPage(document, listWay(document, ahead), answers)
  while (next !== finishTarget && !ahead.includes(next)) {
    ahead.push(next)
    next = findNextPage(document, listWay(document, ahead), answers)
  }
  return ahead.length - path.length
}
