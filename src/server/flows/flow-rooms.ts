import type { Peer } from '#contract/flow-events-contract.ts'
import type { Bus } from '#server/platform/bus.ts'
import type { Context } from '#server/platform/context.ts'
import type { Logger } from '#server/platform/logger.ts'
import { createFlowRoom, type FlowRoom, type Member } from './flow-room.ts'

/** What processes tell each other. */
type Message =
  | { kind: 'changed'; flowId: string }
  | { kind: 'here' | 'moved'; flowId: string; organizationId: string; peer: Peer }
  | { kind: 'gone'; flowId: string; clientId: string }
  /** A process has opened a room, and does not know who is in those of others. */
  | { kind: 'asked'; flowId: string }

/** What the rooms of a process need of their surroundings. */
export interface Surroundings {
  context: Pick<Context, 'db' | 'clock'>
  bus: Bus
  logger: Logger
}

/** The rooms of this process, one for each flow that somebody follows. */
export interface FlowRooms {
  byFlow: ReadonlyMap<string, FlowRoom>
  open(organizationId: string, flowId: string): FlowRoom
  leave(room: FlowRoom, member: Member): void
  look(room: FlowRoom): void
  /** Says again who is here through this process. */
  introduce(room: FlowRoom): void
  say(message: Message): void
  /** Hears no more of other processes. */
  close(): void
}

/** Hears what the processes of a database say, for the rooms of this one. */
const hear = (rooms: FlowRooms, now: number, message: Message): void => {
  const room = rooms.byFlow.get(message.flowId)
  if (room === undefined) return
  switch (message.kind) {
    case 'changed':
      rooms.look(room)
      break
    case 'asked':
      rooms.introduce(room)
      break
    case 'gone':
      room.forget(message.clientId)
      break
    case 'here':
    case 'moved': {
      const { peer, kind, organizationId } = message
      const isKnown = kind === 'here' || room.peers.has(peer.clientId)
      if (isKnown && organizationId === room.organizationId) room.hear(peer, now)
    }
  }
}

/** Puts the rooms of a process together. */
export const createFlowRooms = ({ context, bus, logger }: Surroundings): FlowRooms => {
  const byFlow = new Map<string, FlowRoom>()
  const say = (message: Message) => bus.publish(JSON.stringify(message))
  const rooms: FlowRooms = {
    byFlow,
    say,
    open: (organizationId, flowId) => {
      const known = byFlow.get(flowId)
      if (known !== undefined) return known
      const room = createFlowRoom(context.db, { organizationId, flowId })
      byFlow.set(flowId, room)
      say({ kind: 'asked', flowId })
      return room
    },
    leave: (room, member) => {
      if (!room.members.delete(member)) return
      say({ kind: 'gone', flowId: room.flowId, clientId: member.clientId })
      if (room.members.size === 0) byFlow.delete(room.flowId)
    },
    look: (room) => {
      room.look().catch((err: unknown) => {
        logger.error({ err }, 'the log of a flow could not be read')
        // They come back, and say what they have.
        for (const { outlet } of [...room.members]) outlet.close()
      })
    },
    introduce: ({ flowId, organizationId, members, peers }) => {
      for (const { clientId } of members) {
        const peer = peers.get(clientId)?.peer
        if (peer !== undefined) say({ kind: 'here', flowId, organizationId, peer })
      }
    },
    close: bus.subscribe({
      onMessage: (text) => hear(rooms, context.clock.now(), JSON.parse(text) as Message),
      onGap: () => {
        for (const room of byFlow.values()) rooms.look(room)
      },
    }),
  }
  return rooms
}
