import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Peer } from '#contract/flow-events-contract.ts'

/** Somebody else who has the flow open, in a tab of their own. */
export type Person = Omit<Peer, 'cursor'>

export interface Point {
  x: number
  y: number
}

/**
 * Who else is here. Where their pointers are is a store of its own: it changes ten times a second,
 * and nothing that React draws listens to it.
 */
export interface PeerStore {
  people: StoreApi<readonly Person[]>
  cursors: StoreApi<Readonly<Record<string, Point | null>>>
  hear(peer: Peer): void
  forget(clientId: string): void
  clear(): void
}

const isSame = (one: Person, other: Person) => JSON.stringify(one) === JSON.stringify(other)

/** Starts with nobody else. */
export const createPeerStore = (): PeerStore => {
  const people = createStore<readonly Person[]>(() => [])
  const cursors = createStore<Readonly<Record<string, Point | null>>>(() => ({}))
  return {
    people,
    cursors,
    hear: ({ cursor, ...person }) => {
      const { clientId } = person
      const known = people.getState()
      const index = known.findIndex((one) => one.clientId === clientId)
      const before = known[index]
      if (before === undefined) people.setState([...known, person], true)
      else if (!isSame(before, person)) people.setState(known.with(index, person), true)
      cursors.setState({ [clientId]: cursor })
    },
    forget: (clientId) => {
      people.setState(
        people.getState().filter((person) => person.clientId !== clientId),
        true,
      )
      const { [clientId]: _gone, ...rest } = cursors.getState()
      cursors.setState(rest, true)
    },
    clear: () => {
      if (people.getState().length > 0) people.setState([], true)
      cursors.setState({}, true)
    },
  }
}
