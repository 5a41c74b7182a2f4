import { err, ok, type Result } from '#domain/shared/result.ts'
import { type AnswerError, type AnswerValue, isBlank } from '../answer.ts'
import type { SelectComponent } from './select-schema.ts'

/** How many options can be chosen: at least so many once anything is, and at most so many. */
export const findBounds = ({
  options,
  style,
  minimumSelected,
  maximumSelected,
}: Pick<SelectComponent, 'options' | 'style' | 'minimumSelected' | 'maximumSelected'>): {
  least: number
  most: number
} =>
  style === 'dropdown'
    ? { least: 1, most: 1 }
    : {
        least: minimumSelected ?? 1,
        most: Math.min(maximumSelected ?? options.length, options.length),
      }

const options = (count: number) => `${count} ${count === 1 ? 'option' : 'options'}`

/** Accepts the ids of options, once each and as many as are asked for; puts them in order. */
export const checkSelectAnswer = (
  select: SelectComponent,
  value: unknown,
): Result<AnswerValue, AnswerError> => {
  if (isBlank(value)) {
    return select.required
      ? err({ code: 'required', message: `Choose ${select.title}.` })
      : ok(null)
  }
  if (!Array.isArray(value)) return err({ code: 'invalid', message: 'Choose from the options.' })
  const chosen = select.options.filter(({ id }) => value.includes(id)).map(({ id }) => id)
  if (chosen.length !== value.length) {
    return err({ code: 'invalid', message: 'Choose from the options, each once.' })
  }
  const { least, most } = findBounds(select)
  if (chosen.length < least) {
    return err({ code: 'invalid', message: `Choose at least ${options(least)}.` })
  }
  if (chosen.length > most) {
    return err({ code: 'invalid', message: `Choose at most ${options(most)}.` })
  }
  return ok(chosen)
}

/** The chosen options of an answer that may not be one of a Select. */
export const findChosen = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []
