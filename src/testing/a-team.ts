import type { Saved } from '#contract/flow-contract.ts'
import type { LoggedOperation } from '#contract/flow-events-contract.ts'
import { currentSchemaVersion, type FlowDocument } from '#domain/flow/flow-schema.ts'
import { type FlowState, toFlowDocument, toFlowState } from '#domain/flow/flow-state.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import { collectOthersChanges } from '#server/flows/find-conflict.ts'
import { mergeOperations } from '#server/flows/merge-operations.ts'
import { Autosave, type SendOperations } from '#web/builder/state/autosave.ts'
import { createFlowEditor } from '#web/builder/state/flow-store.ts'
import type { UnsentOperation } from '#web/builder/state/unsent-storage.ts'

/** A day: nothing here happens by time. */
const rest = 86_400_000
const offline = new Error('offline')

/** The server's rules without a database: what it holds, and how it merges. */
const createServer = (document: FlowDocument) => {
  let state = toFlowState(document)
  const log: LoggedOperation[] = []
  return {
    log,
    read: () => ({ flow: state, revision: log.length }),
    save: (name: string, { baseRevision, clientId, operations }: Sent): Saved => {
      const ids = new Set(operations.map(({ id }) => id))
      const known = new Map(
        log.filter(({ id }) => ids.has(id)).map(({ id, revision }) => [id, revision]),
      )
      const others = log.filter(
        (logged) =>
          logged.revision > baseRevision && logged.clientId !== clientId && !ids.has(logged.id),
      )
      const changes = others.map(({ id, by, ...logged }) => ({
        ...logged,
        operationId: id,
        actorId: by.userId,
        actorName: by.name,
      }))
      const before = { state, revision: log.length }
      const merge = mergeOperations(before, operations, known, collectOthersChanges(changes))
      state = merge.state
      for (const added of merge.added) {
        log.push({ ...added, clientId, revision: log.length + 1, by: { userId: name, name } })
      }
      const { applied, conflicts } = merge
      return {
        revision: log.length,
        applied,
        conflicts,
        others: others.map(({ revision, operation }) => ({ revision, operation })),
      }
    },
  }
}

type Sent = Parameters<SendOperations>[0]
type Server = ReturnType<typeof createServer>

/** What is under way: it arrives, or is lost before or after the server has done it. */
interface Packet {
  arrive(): void
  loseRequest(): void
  loseAnswer(): void
}

/** Somebody with an open builder, behind a network that does what it is told. */
class Teammate {
  readonly name: string
  readonly #server: Server
  readonly #ids: { next: number }
  editor = createFlowEditor(toFlowState(emptyDocument))
  autosave: Autosave | undefined
  packets: Packet[] = []
  /** Operations that were told to be in conflict. */
  readonly refused = new Set<string>()
  /** The newest content of every operation that this person has made. */
  readonly made = new Set<string>()
  #kept: readonly UnsentOperation[] = []
  #isFollowing = true
  #received = 0
  #tabs = 0

  constructor(name: string, server: Server, ids: { next: number }) {
    this.name = name
    this.#server = server
    this.#ids = ids
  }

  /** Opens the flow in a new tab; whatever an earlier one had not sent is there again. */
  async open(): Promise<void> {
    this.autosave?.stop()
    this.#tabs += 1
    this.packets = []
    const { flow, revision } = this.#server.read()
    this.#received = revision
    this.#isFollowing = true
    this.editor = createFlowEditor(flow)
    const tab = this.#tabs
    this.autosave = await Autosave.start({
      editor: this.editor,
      revision,
      rest,
      clientId: `${this.name}${tab}`,
      newId: () => {
        this.#ids.next += 1
        return `op${this.#ids.next}`
      },
      isOffline: (error) => error === offline,
      storage: {
        load: async () => this.#kept,
        save: async (unsent) => {
          if (tab !== this.#tabs) return
          this.#kept = unsent
          for (const { id } of unsent) this.made.add(id)
        },
        release: () => {},
      },
      reload: () => this.#send(() => this.#server.read()),
      send: (sent) => this.#send(() => this.#save(sent)),
    })
  }

  #save(sent: Sent): Saved {
    // As JSON, as over a network: nothing is shared.
    return structuredClone(this.#server.save(this.name, structuredClone(sent)))
  }

  #send<Answer>(ask: () => Answer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.packets.push({
        arrive: () => {
          const answer = ask()
          const { conflicts = [] } = answer as Partial<Saved>
          for (const { operationId } of conflicts) this.refused.add(operationId)
          resolve(answer)
        },
        loseRequest: () => reject(offline),
        loseAnswer: () => {
          ask()
          reject(offline)
        },
      })
    })
  }

  /** Lets the next packet of this person have its fate. */
  async deliver(fate: keyof Packet): Promise<void> {
    this.packets.shift()?.[fate]()
    await settle()
  }

  do(operation: Operation | undefined, mergeKey?: string): void {
    if (operation !== undefined) this.editor.dispatch(operation, mergeKey)
  }

  /** Hears what is new, at most so many operations at once. */
  async hear(most = Number.POSITIVE_INFINITY): Promise<void> {
    if (!this.#isFollowing) return
    const news = this.#server.log.slice(this.#received, this.#received + most)
    this.#received += news.length
    if (news.length > 0) this.autosave?.receive(structuredClone(news))
    await settle()
  }

  /** Loses what would have come next without noticing. */
  miss(): void {
    this.#received = Math.min(this.#received + 1, this.#server.log.length)
  }

  disconnect(): void {
    this.#isFollowing = false
  }

  reconnect(): void {
    if (this.#isFollowing) return
    this.#isFollowing = true
    this.#received = this.autosave?.store.getState().revision ?? 0
  }

  save(): void {
    void this.autosave?.flush()
  }

  get flow(): FlowState {
    return this.editor.store.getState().flow
  }

  get isAtRest(): boolean {
    const { log } = this.#server
    const { status, revision } = this.autosave?.store.getState() ?? {}
    return status === 'saved' && revision === log.length && this.packets.length === 0
  }
}

export type { Teammate }

const emptyDocument: FlowDocument = {
  schemaVersion: currentSchemaVersion,
  settings: { name: 'Not open yet', description: '', language: 'en', foreign: {} },
  pages: [],
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve()
}

/** Some people who edit one flow together through the real `Autosave` and the server's real merge. */
export const aTeam = async (document: FlowDocument, names: readonly string[]) => {
  const server = createServer(document)
  const ids = { next: 0 }
  const mates = names.map((name) => new Teammate(name, server, ids))
  for (const mate of mates) await mate.open()
  return {
    mates,
    log: server.log,
    document: () => toFlowDocument(server.read().flow),
    /** The network is back, and everybody saves until nobody has anything left. */
    async finish(): Promise<void> {
      // All of them anew: who missed the very last operation would never hear of it.
      for (const mate of mates) {
        mate.disconnect()
        mate.reconnect()
      }
      for (let round = 0; round < 1_000 && !mates.every(({ isAtRest }) => isAtRest); round += 1) {
        for (const mate of mates) {
          mate.save()
          await settle()
          while (mate.packets.length > 0) await mate.deliver('arrive')
          await mate.hear()
        }
      }
    },
    stop: () => {
      for (const { autosave } of mates) autosave?.stop()
    },
  }
}
