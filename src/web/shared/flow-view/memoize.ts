/** Answers the same key with what it answered first. */
export const memoize = <Value>(answer: (key: string) => Value): ((key: string) => Value) => {
  const known = new Map<string, Value>()
  return (key) => {
    if (!known.has(key)) known.set(key, answer(key))
    return known.get(key) as Value
  }
}
