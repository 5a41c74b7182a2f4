/**
 * The most entries of a list that can stay where they are, relative to each other, while the list is
 * put into another order: all others have to be moved. Entries that only one list has are left out.
 */
export const findKeptOrder = (
  before: readonly string[],
  after: readonly string[],
): ReadonlySet<string> => {
  const places = new Map(before.map((id, index) => [id, index]))
  // A longest increasing run of places: `ends` has, for each length, the run with the lowest end.
  const ends: Run[] = []
  for (const id of after) {
    const place = places.get(id)
    if (place === undefined) continue
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle]?.place ?? 0) < place) low = middle + 1
      else high = middle
    }
    ends[low] = { id, place, previous: ends[low - 1] }
  }
  const kept = new Set<string>()
  for (let run = ends.at(-1); run !== undefined; run = run.previous) kept.add(run.id)
  return kept
}

interface Run {
  id: string
  place: number
  previous: Run | undefined
}
