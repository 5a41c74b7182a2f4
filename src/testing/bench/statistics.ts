/** The value that so many percent of the others do not exceed (nearest rank). Throws without values. */
export const percentile = (values: readonly number[], percent: number): number => {
  const rank = Math.max(1, Math.ceil((percent / 100) * values.length))
  const value = values.toSorted((a, b) => a - b)[rank - 1]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

/** The middle value; of an even number of values the lower of the two in the middle. */
export const median = (values: readonly number[]): number => percentile(values, 50)
