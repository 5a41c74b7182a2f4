import type { Answers, AnswerValue } from '#domain/components/answer.ts'
import type { Draft } from './answer-draft.ts'

const nothing: Draft = { answers: {} }

/**
 * What waits to be sent, and what is under way: both are in the draft until the server has them.
 * `onChange` is called with the draft whenever it changes.
 */
export const createOutbox = (onChange: (draft: Draft) => void) => {
  let waiting = nothing
  let underWay = nothing

  const keep = () =>
    onChange({ ...underWay, ...waiting, answers: { ...underWay.answers, ...waiting.answers } })
  const setWaiting = (draft: Draft) => {
    waiting = draft
    keep()
  }

  return {
    hasWork: () => waiting.currentPageId !== undefined || Object.keys(waiting.answers).length > 0,
    put: (componentId: string, value: AnswerValue) =>
      setWaiting({ ...waiting, answers: { ...waiting.answers, [componentId]: value } }),
    forget: (componentId: string) =>
      setWaiting({ ...waiting, answers: omit(waiting.answers, { [componentId]: true }) }),
    goTo: (currentPageId: string) => setWaiting({ ...waiting, currentPageId }),
    /** Takes all that waits, to be sent. */
    take: (): Draft => {
      underWay = waiting
      waiting = nothing
      return underWay
    },
    /** The server has what was under way. */
    settle: () => {
      underWay = nothing
      keep()
    },
    /** What was under way waits again, without what is refused, and newer answers go before it. */
    putBack: (refused: Record<string, unknown>) => {
      const answers = { ...omit(underWay.answers, refused), ...waiting.answers }
      const before = underWay
      underWay = nothing
      setWaiting({ ...before, ...waiting, answers })
    },
  }
}

const omit = (answers: Answers, taken: Record<string, unknown>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !(id in taken)))
