import type { Answers, AnswerValue } from '#domain/components/answer.ts'

/** The answer to a component; null when there is none. */
export const answerOf = (answers: Answers, componentId: string): AnswerValue =>
  (Object.hasOwn(answers, componentId) ? answers[componentId] : null) ?? null
