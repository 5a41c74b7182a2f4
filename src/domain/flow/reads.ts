/** What a result was read from: tells later whether it would still come out the same. */
export interface Reads<Source> {
  /** Reads something that is the same object as long as it does not change. */
  read<Value>(look: (source: Source) => Value): Value
  /** Reads something that is made anew each time, such as an operation; compared by its JSON. */
  readData<Value>(look: (source: Source) => Value): Value
  /** Whether everything that was read is the same in another source. */
  isSameIn(source: Source): boolean
  /** Whether nothing was read. */
  isEmpty(): boolean
  /** Lets go of the source: what was read is remembered, the source itself is not kept alive. */
  end(): void
}

/** Reads from a source, until `end`, and remembers what was read. */
export const createReads = <Source>(from: Source): Reads<Source> => {
  let source: Source | undefined = from
  const reads: { look: (from: Source) => unknown; seen: unknown }[] = []
  const look = <Value>(at: (source: Source) => Value): Value => {
    if (source === undefined) throw new Error('read after the end')
    return at(source)
  }
  return {
    read: (at) => {
      const seen = look(at)
      reads.push({ look: at, seen })
      return seen
    },
    readData: (at) => {
      const seen = look(at)
      reads.push({ look: (other) => JSON.stringify(at(other)), seen: JSON.stringify(seen) })
      return seen
    },
    isSameIn: (other) => reads.every((read) => read.look(other) === read.seen),
    isEmpty: () => reads.length === 0,
    end: () => {
      source = undefined
    },
  }
}
