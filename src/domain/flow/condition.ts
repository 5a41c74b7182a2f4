import { type Answers, type AnswerValue, answerOf, isBlank } from '#domain/components/answer.ts'
import type { Condition } from './flow-schema.ts'

/** One comparison of an answer with a value. */
export type Comparison = Condition['comparisons'][number]

/**
 * Whether two values are the same. Of a Select, each chosen option counts: "Extras is Ladder" holds
 * when Ladder is among what is chosen, which is also what its actions go by.
 */
const isSame = (answer: AnswerValue, value: Comparison['value']): boolean => {
  if (isBlank(value)) return isBlank(answer)
  return Array.isArray(answer)
    ? answer.includes(String(value))
    : String(answer ?? '') === String(value)
}

const toNumber = (answer: AnswerValue): number =>
  isBlank(answer) || typeof answer === 'object' ? Number.NaN : Number(answer)

const doesContain = (answer: AnswerValue, value: Comparison['value']): boolean =>
  Array.isArray(answer)
    ? answer.includes(String(value))
    : String(answer ?? '').includes(String(value ?? ''))

/** Whether a comparison holds for an answer; without one, null. */
export const compare = ({ operator, value }: Comparison, answer: AnswerValue): boolean => {
  switch (operator) {
    case 'is':
      return isSame(answer, value)
    case 'isNot':
      return !isSame(answer, value)
    case 'isEmpty':
      return isBlank(answer)
    case 'isNotEmpty':
      return !isBlank(answer)
    case 'greaterThan':
      return toNumber(answer) > Number(value)
    case 'lessThan':
      return toNumber(answer) < Number(value)
    case 'contains':
      return doesContain(answer, value)
  }
}

/** Whether a condition holds, given whether each of its comparisons does. */
export const isConditionMet = (
  { match, comparisons }: Condition,
  holds: (comparison: Comparison) => boolean,
): boolean => (match === 'all' ? comparisons.every(holds) : comparisons.some(holds))

/** Whether a condition holds over some answers. */
export const isMet = (condition: Condition, answers: Answers): boolean =>
  isConditionMet(condition, (comparison) =>
    compare(comparison, answerOf(answers, comparison.field)),
  )

const isAlike = (one: Comparison, other: Comparison): boolean =>
  one.field === other.field &&
  one.operator === other.operator &&
  String(one.value ?? '') === String(other.value ?? '')

/**
 * Whether one condition can not hold without another, as far as the same comparisons show: "is 2" is
 * not known to imply "greater than 1".
 */
export const implies = (condition: Condition, other: Condition): boolean => {
  const follows = (given: readonly Comparison[]) =>
    isConditionMet(other, (comparison) => given.some((one) => isAlike(one, comparison)))
  return condition.match === 'all'
    ? follows(condition.comparisons)
    : condition.comparisons.every((one) => follows([one]))
}
