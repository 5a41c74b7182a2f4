import type { SelectOption } from '#domain/components/select/select-schema.ts'

/** The longest label of an option. */
const longestLabel = 100

const findFreeId = (options: readonly SelectOption[]): string => {
  const taken = new Set(options.map(({ id }) => id))
  let number = options.length + 1
  while (taken.has(`option${number}`)) number += 1
  return `option${number}`
}

/**
 * Adds one option for each line of a text that is not there yet, in order, up to a limit. Says how
 * many lines were left out because they were there or too many.
 */
export const addOptions = (
  options: readonly SelectOption[],
  text: string,
  most: number,
): { options: SelectOption[]; leftOut: number } => {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim().slice(0, longestLabel))
    .filter((line) => line !== '')
  const added = [...options]
  let leftOut = 0
  for (const label of lines) {
    const isTaken = added.some((option) => option.label === label)
    if (isTaken || added.length >= most) leftOut += 1
    else added.push({ id: findFreeId(added), label })
  }
  return { options: added, leftOut }
}

/** Moves an option one place up or down; the same list where there is no such place. */
export const shiftOption = (
  options: readonly SelectOption[],
  index: number,
  step: 1 | -1,
): SelectOption[] => {
  const option = options[index]
  const place = index + step
  if (option === undefined || place < 0 || place >= options.length) return [...options]
  return options.toSpliced(index, 1).toSpliced(place, 0, option)
}

/** Why an option cannot be called so; nothing when it can. */
export const findLabelObjection = (
  options: readonly SelectOption[],
  id: string,
  label: string,
): string | undefined => {
  const trimmed = label.trim()
  if (trimmed === '') return 'An option needs a name.'
  if (trimmed.length > longestLabel) return `At most ${longestLabel} characters.`
  return options.some((option) => option.id !== id && option.label === trimmed)
    ? 'There is an option with this name.'
    : undefined
}
