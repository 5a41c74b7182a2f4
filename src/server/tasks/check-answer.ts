import type { Failure } from '#contract/failure.ts'
import { type AnswerError, answerOf } from '#domain/components/answer.ts'
import { getComponentType } from '#domain/components/component-registry.ts'
import { parsePhoneNumber } from '#domain/otp/recipient.ts'
import { err } from '#domain/shared/result.ts'
import type { CheckAnswer } from '#domain/task/walk.ts'

/** Checks one answer by its Component Type, phone numbers with the full metadata. */
export const checkAnswer: CheckAnswer = (component, value, answers) =>
  getComponentType(component.type).checkAnswer(component, value, {
    parsePhone: parsePhoneNumber,
    findAnswer: (id) => answerOf(answers, id),
  })

/** The failure that names every answer which is not accepted. */
export const invalidAnswers = (errors: Record<string, { code: string; message: string }>) =>
  err<Failure>({
    code: 'invalid-answers',
    detail: 'Some answers are not accepted: see errors.',
    errors: Object.entries(errors).map(([id, { code, message }]) => ({
      path: `answers.${id}`,
      code,
      message,
    })),
  })

/** An answer to something that is not asked. */
export const notAsked: Omit<AnswerError, 'code'> & { code: string } = {
  code: 'unknown',
  message: 'The flow does not ask for this.',
}
