/** Hears what any process on this database says, this one's own words included. */
export interface BusListener {
  onMessage(message: string): void
  /** Messages may have been missed: look for yourself. */
  onGap(): void
}

/** Carries short messages (under 8 kB) between all processes on one database. None is kept. */
export interface Bus {
  /** Says something; whether anybody hears it is not known. */
  publish(message: string): void
  /** Answers how to stop listening. */
  subscribe(listener: BusListener): () => void
}

/** The bus of a database that has one process: the embedded one, or one in a browser. */
export const createLocalBus = (): Bus => {
  const listeners = new Set<BusListener>()
  return {
    publish: (message) =>
      queueMicrotask(() => {
        for (const { onMessage } of listeners) onMessage(message)
      }),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
