import type { AnswerValue } from '#domain/components/answer.ts'
import { findChosen } from '#domain/components/select/select-answer.ts'
import type { SelectComponent } from '#domain/components/select/select-schema.ts'

/** How an answer to a Select reads, for example "Ladder, Gloves". */
export const describeSelectAnswer = ({ options }: SelectComponent, value: AnswerValue): string => {
  const chosen = findChosen(value)
  return options
    .filter(({ id }) => chosen.includes(id))
    .map(({ label }) => label)
    .join(', ')
}
