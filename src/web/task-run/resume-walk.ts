import type { Answers } from '#domain/components/answer.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { advance, type CheckAnswer, startWalk, type Walk } from '#domain/task/walk.ts'

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
    if (!step.ok || step.value.finished) return walk
    // A loop leads back to a page that was walked already.
    if (step.value.path.length <= walk.path.length) return walk
    walk = step.value
  }
  return walk
}
