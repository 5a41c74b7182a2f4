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

  const keep = () => onChange(merge(underWay, waiting))
  /** Nothing is under way any more: the server has it, or it waits again. */
  const settle = () => {
    underWay = nothing
    keep()
  }
  const setWaiting = (draft: Draft) => {
    waiting = draft
    keep()
  }

  return {
    hasWork: () => waiting.currentPageId !== undefined || Object.keys(waiting.answers).length > 0,
    put: (componentId: string, value: AnswerValue) =>
      setWaiting(merge(waiting, { answers: { [componentId]: value } })),
    forget: (componentId: string) =>
      setWaiting({ ...waiting, answers: omit(waiting.answers, [componentId]) }),
    goTo: (currentPageId: string) => setWaiting({ ...waiting, currentPageId }),
    /** Takes all that waits, to be sent. */
    take: (): Draft => {
      underWay = waiting
      waiting = nothing
      return underWay
    },
    settle,
    /** What was under way waits again, without what is refused, and newer answers go before it. */
    putBack: (refused: readonly string[]) => {
      waiting = merge({ ...underWay, answers: omit(underWay.answers, refused) }, waiting)
      settle()
    },
  }
}

const merge = (older: Draft, newer: Draft): Draft => ({
  ...older,
  ...newer,
  answers: { ...older.answers, ...newer.answers },
})

/** Answers without some of them; the same object when there is nothing to leave out. */
export const omit = (answers: Answers, ids: readonly string[]): Answers =>
  ids.length === 0
    ? answers
    : Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)))
