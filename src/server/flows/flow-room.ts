import type { FlowEvents, LoggedOperation, Peer } from '#contract/flow-events-contract.ts'
import type { Database } from '#server/platform/db/database.ts'
import { type EventOutlet, toFrame } from '#server/platform/http/event-outlet.ts'
import { listOperationsSince } from './flow-operation-repo.ts'
import { findFlowHead } from './flow-repo.ts'

/** Somebody who follows a flow through this process. */
export interface Member {
  userId: string
  clientId: string
  outlet: EventOutlet
  /** The revision up to which the reader has everything. */
  sentUpTo: number
  /** Whether the reader may still follow: asked at every beat. */
  isAllowed(): Promise<boolean>
}

interface Known {
  peer: Peer
  heardAt: number
}

/** Those who follow one flow through this process, and all whom they see there. */
export interface FlowRoom {
  flowId: string
  organizationId: string
  members: Set<Member>
  peers: Map<string, Known>
  /** Reads what is new in the log and sends it. Calls during a look are served by one more look. */
  look(): Promise<void>
  /** Lets somebody in who has everything up to a revision, and sends what came after. */
  enter(member: Member): void
  /** Takes note of where somebody is, and tells the others when that is news. */
  hear(peer: Peer, now: number): void
  /** Somebody has left. */
  forget(clientId: string): void
}

export const toEventFrame = <Name extends keyof FlowEvents>(
  name: Name,
  data: FlowEvents[Name],
  id?: number,
): string => toFrame(name, data, id)

const readLog = async (db: Database, flowId: string, since: number): Promise<LoggedOperation[]> => {
  const log = await listOperationsSince(db, flowId, since)
  return log.map(({ revision, operationId, clientId, operation, actorId, actorName }) => ({
    revision,
    id: operationId,
    clientId,
    operation,
    by: { userId: actorId, name: actorName },
  }))
}

/**
 * Sends what came after a revision to those who lack it; those who lack the same get the same text.
 * Whoever lacks more has come in meanwhile: the next look is for them.
 */
const sendLog = (
  members: Iterable<Member>,
  since: number,
  log: readonly LoggedOperation[],
): void => {
  const last = log.at(-1)?.revision ?? 0
  const frames = new Map<number, string>()
  for (const member of members) {
    if (member.sentUpTo < since) continue
    const missing = log.filter(({ revision }) => revision > member.sentUpTo)
    if (missing.length === 0) continue
    const frame = frames.get(missing.length) ?? toEventFrame('operations', missing, last)
    frames.set(missing.length, frame)
    member.sentUpTo = last
    member.outlet.send(frame)
  }
}

/** Opens a room for a flow. */
export const createFlowRoom = (
  db: Database,
  { organizationId, flowId }: { organizationId: string; flowId: string },
): FlowRoom => {
  const members = new Set<Member>()
  const peers: FlowRoom['peers'] = new Map()
  let looking: Promise<void> | undefined
  let isAsked = false

  const lookOnce = async () => {
    if (members.size === 0) return
    const since = Math.min(...[...members].map(({ sentUpTo }) => sentUpTo))
    const log = await readLog(db, flowId, since)
    sendLog(members, since, log)
    if (log.length > 0) return
    if ((await findFlowHead(db, organizationId, flowId)) !== undefined) return
    for (const { outlet } of [...members]) {
      outlet.send(toEventFrame('deleted', {}))
      outlet.close()
    }
  }

  const lookUntilQuiet = async () => {
    while (isAsked) {
      isAsked = false
      await lookOnce()
    }
  }

  const tell = (frame: string, about: string) => {
    for (const { clientId, outlet } of members) {
      if (clientId !== about) outlet.send(frame, `peer/${about}`)
    }
  }

  return {
    flowId,
    organizationId,
    members,
    peers,
    look: () => {
      isAsked = true
      looking ??= lookUntilQuiet().finally(() => {
        looking = undefined
      })
      return looking
    },
    enter: (member) => {
      members.add(member)
      for (const { peer } of peers.values()) {
        const frame = toEventFrame('presence', peer)
        if (peer.clientId !== member.clientId) member.outlet.send(frame, `peer/${peer.clientId}`)
      }
    },
    hear: (peer, now) => {
      const known = peers.get(peer.clientId)
      // Nobody speaks for somebody else.
      if (known !== undefined && known.peer.userId !== peer.userId) return
      peers.set(peer.clientId, { peer, heardAt: now })
      const isNews = JSON.stringify(known?.peer) !== JSON.stringify(peer)
      if (isNews) tell(toEventFrame('presence', peer), peer.clientId)
    },
    forget: (clientId) => {
      if (peers.delete(clientId)) tell(toEventFrame('gone', { clientId }), clientId)
    },
  }
}
