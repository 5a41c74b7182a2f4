import type { Failure } from '#contract/failure.ts'
import type { Presence } from '#contract/flow-events-contract.ts'
import { second } from '#domain/shared/clock.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import { createEventOutlet } from '#server/platform/http/event-outlet.ts'
import { findFlowHead } from './flow-repo.ts'
import { type Member, toEventFrame } from './flow-room.ts'
import { createFlowRooms, type FlowRooms, type Surroundings } from './flow-rooms.ts'
import { flowNotFound } from './to-flow.ts'

/** How often every reader gets a sign of life, and is asked for its right to read, in ms. */
const usualBeat = 15 * second
/** Somebody of whom another process has not spoken for so long went down with it. */
const silence = 3 * usualBeat
/** Open streams of one person, over all flows. */
const mostStreams = 24
/** What one person tells of presence in a second, over all tabs: a pointer that moves tells ten times. */
const mostMoves = 100
/** A reader that lacks more operations fetches the document instead. */
const mostMissed = 1_000

interface Follow {
  flowId: string
  clientId: string
  /** The revision that the reader has. */
  since: number
  isAllowed: Member['isAllowed']
}

/** Live editing: who follows which flow through this process. */
export interface FlowEventsHub {
  /** A stream of what happens to a flow from a revision on, and of who is there. */
  follow(actor: Actor, input: Follow): Promise<Result<ReadableStream<Uint8Array>, Failure>>
  /** A flow may have changed: those who follow it, here or elsewhere, get what is new. */
  announce(flowId: string): void
  /** Tells the others what somebody who follows does. Never stored; refused when it comes too fast. */
  move(actor: Actor, input: Presence & { flowId: string }): Result<undefined, Failure>
  /** Ends all streams. */
  close(): void
}

const listMembers = ({ byFlow }: FlowRooms): Member[] =>
  [...byFlow.values()].flatMap(({ members }) => [...members])

/** Asks every reader for its right to read, and tells the other processes who is here. */
const checkAll = (rooms: FlowRooms, now: number): void => {
  for (const room of rooms.byFlow.values()) {
    for (const { outlet, isAllowed } of room.members) {
      void isAllowed()
        .catch(() => false)
        .then((isStill) => (isStill ? outlet.send(': beat\n\n', 'beat') : outlet.close()))
    }
    rooms.introduce(room)
    for (const [clientId, { heardAt }] of room.peers) {
      if (heardAt < now - silence) room.forget(clientId)
    }
  }
}

/** Lets somebody into the room of a flow that is at a revision. */
const enter = (rooms: FlowRooms, actor: Actor, revision: number, input: Follow) => {
  const { userId, userName, organizationId } = actor
  const { flowId, clientId, since, isAllowed } = input
  const room = rooms.open(organizationId, flowId)
  // The same tab again: its last connection was lost, and that is not noticed yet.
  const last = [...room.members].find((one) => one.clientId === clientId)
  if (last?.userId === userId) {
    room.members.delete(last)
    last.outlet.close()
  }
  const outlet = createEventOutlet(() => rooms.leave(room, member))
  const isFarBehind = revision - since > mostMissed
  const sentUpTo = isFarBehind ? revision : since
  const member: Member = { userId, clientId, outlet, sentUpTo, isAllowed }
  outlet.send(': welcome\n\n')
  if (isFarBehind) outlet.send(toEventFrame('reset', { revision }))
  room.enter(member)
  const peer = { clientId, userId, name: userName, pageId: null, componentId: null, cursor: null }
  rooms.say({ kind: 'here', flowId, organizationId, peer })
  rooms.look(room)
  return outlet.body
}

/** Counts how often somebody speaks within a second, and says whether it is still little enough. */
const createMoveLimit = () => {
  let since = 0
  const counts = new Map<string, number>()
  return (userId: string, now: number): boolean => {
    if (now - since >= second) {
      since = now
      counts.clear()
    }
    const count = (counts.get(userId) ?? 0) + 1
    counts.set(userId, count)
    return count <= mostMoves
  }
}

/** Puts live editing together for one process. */
export const createFlowEvents = (surroundings: Surroundings, beat = usualBeat): FlowEventsHub => {
  const { db, clock } = surroundings.context
  const rooms = createFlowRooms(surroundings)
  const mayMove = createMoveLimit()
  const timer = setInterval(() => checkAll(rooms, clock.now()), beat)
  return {
    announce: (flowId) => rooms.say({ kind: 'changed', flowId }),
    move: ({ userId, userName, organizationId }, { flowId, ...presence }) => {
      if (!mayMove(userId, clock.now())) {
        const detail = `At most ${mostMoves} messages about where somebody is are taken in a second.`
        return err({ code: 'too-many-requests', detail, retryAfter: 1 })
      }
      const peer = { ...presence, userId, name: userName }
      rooms.say({ kind: 'moved', flowId, organizationId, peer })
      return ok(undefined)
    },
    follow: async (actor, input) => {
      const own = listMembers(rooms).filter(({ userId }) => userId === actor.userId)
      if (own.length >= mostStreams) {
        const detail = `At most ${mostStreams} flows can be followed at once.`
        return err({ code: 'too-many-requests', detail, retryAfter: 30 })
      }
      const flow = await findFlowHead(db, actor.organizationId, input.flowId)
      if (flow === undefined) return flowNotFound()
      return ok(enter(rooms, actor, flow.revision, input))
    },
    close: () => {
      clearInterval(timer)
      rooms.close()
      for (const { outlet } of listMembers(rooms)) outlet.close()
    },
  }
}
