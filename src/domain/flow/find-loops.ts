/**
 * Finds the loops of a graph: its strongly connected components that have an edge inside (Tarjan,
 * 1972). Returns a number for each page that lies in a loop, the same for pages of the same loop.
 */
export const findLoops = (
  successors: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> => {
  const loops = new Map<string, number>()
  const places = new Map<string, number>()
  const stack: string[] = []
  const open = new Set<string>()

  const close = (id: string) => {
    const members = stack.splice(stack.lastIndexOf(id))
    const isLoop = members.length > 1 || successors.get(id)?.includes(id)
    for (const member of members) {
      open.delete(member)
      if (isLoop) loops.set(member, places.get(id) ?? 0)
    }
  }
  // As deep as the longest way; documents have at most 1,000 pages.
  const visit = (id: string): number => {
    const place = places.size
    let low = place
    places.set(id, place)
    stack.push(id)
    open.add(id)
    for (const next of successors.get(id) ?? []) {
      if (!successors.has(next)) continue
      if (!places.has(next)) low = Math.min(low, visit(next))
      else if (open.has(next)) low = Math.min(low, places.get(next) ?? low)
    }
    if (low === place) close(id)
    return low
  }
  for (const id of successors.keys()) if (!places.has(id)) visit(id)
  return loops
}
