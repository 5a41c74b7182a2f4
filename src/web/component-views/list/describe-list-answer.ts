import type { AnswerValue } from '#domain/components/answer.ts'
import { findList } from '#domain/components/list/list-answer.ts'

/** "Roof, Walls", "Boxes 3", "Roof: leaks": of what something was said. */
export const describeListAnswer = (value: AnswerValue): string =>
  (findList(value)?.entries ?? [])
    .filter((entry) => entry.value !== '' && entry.value !== false && entry.value !== 0)
    .map((entry) => {
      if (typeof entry.value === 'boolean') return entry.name
      return `${entry.name}${typeof entry.value === 'string' ? ':' : ''} ${entry.value}`
    })
    .join(', ')
