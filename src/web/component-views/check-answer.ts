import { answerOf } from '#domain/components/answer.ts'
import type { Page } from '#domain/flow/flow-schema.ts'
import type { CheckAnswer } from '#domain/task/walk.ts'
import { loadPhoneNumbers } from '#web/shared/use-phone-numbers.ts'
import { getComponentStep } from './component-step-registry.ts'

/**
 * The check of answers, ready to run. Fetches the numbering plans when one of the pages asks for a
 * phone number; rejects when they cannot be fetched.
 */
export const loadCheckAnswer = async (pages: readonly Page[]): Promise<CheckAnswer> => {
  const needsPhoneNumbers = pages.some(({ components }) =>
    components.some((component) => getComponentStep(component.type).needsPhoneNumbers?.(component)),
  )
  const parsePhone = needsPhoneNumbers ? (await loadPhoneNumbers()).parsePhone : () => undefined
  return (component, value, answers) =>
    getComponentStep(component.type).check(component, value, {
      parsePhone,
      findAnswer: (id) => answerOf(answers, id),
    })
}
