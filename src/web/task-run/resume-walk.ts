import type { Answers } from '#domain/components/answer.ts'
import { finishTarget } from '#domain/flow/finish-target.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { advance, type CheckAnswer, findNextPage, startWalk, type Walk } from '#domain/task/walk.ts'

const isRoundTrip = ({ path }: Walk): boolean => new Set(path).size < path.length

/**
 * The walk that led to the page where the worker was: from the start, as far as the answers carry.
 * Ends on the first page that is not answered well, when that comes earlier.
 */
export const resumeWalk = (
  document: FlowDocument,
  answers: Answers,
  currentPageId: string | null,
  checkAnswer: CheckAnswer,
): Walk => {
  let walk = startWalk(document, answers)
  if (currentPageId === null) return walk
  while (!walk.finished && walk.path.at(-1) !== currentPageId) {
    const step = advance(document, walk, 'next', answers, checkAnswer)
    if (!step.ok || step.value.finished || isRoundTrip(step.value)) return walk
    walk = step.value
  }
  return walk
}

/** How many pages come after one, as far as the answers so far can tell. */
export const countPagesAhead = (
  document: FlowDocument,
  pageId: string,
  answers: Answers,
): number => {
  const seen = new Set([pageId])
  let next = findNextPage(document, pageId, answers)
  while (next !== finishTarget && !seen.has(next)) {
    seen.add(next)
    next = findNextPage(document, next, answers)
  }
  return seen.size - 1
}
