import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Conflict, Saved, SentOperation } from '#contract/flow-contract.ts'
import { applyOperation } from '#domain/flow/apply-operation.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import type { FlowEditor } from './flow-store.ts'
import { mergeOperations } from './merge-operations.ts'
import type { Unsent, UnsentStorage } from './unsent-storage.ts'

export type SaveStatus = 'saved' | 'unsaved' | 'saving' | 'offline' | 'refused'

/** How saving stands: always visible, always true. */
export interface SaveState {
  status: SaveStatus
  revision: number
  /** Own edits that lost against somebody else's, for the person to decide. */
  conflicts: readonly Conflict[]
  /** Why the server refuses to save, when it does. */
  refusal: string | undefined
}

/** Sends operations; throws `offline` errors when nobody answered. */
export type SendOperations = (body: {
  baseRevision: number
  clientId: string
  operations: SentOperation[]
}) => Promise<Saved>

interface Options {
  editor: FlowEditor
  revision: number
  send: SendOperations
  /** Reads the document as the server has it now. */
  reload(): Promise<{ flow: FlowState; revision: number }>
  storage: UnsentStorage
  newId(): string
  /** Whether an error means that nobody answered, so that trying again makes sense. */
  isOffline(error: unknown): boolean
  /** Milliseconds of rest before unsent operations are sent. */
  rest?: number
}

interface Queued extends SentOperation {
  mergeKey: string | undefined
}

/** At most so many operations in one request, as the API allows. */
const largestRequest = 500
const longestRetry = 30_000

const applyAll = (flow: FlowState, operations: readonly Operation[]): FlowState =>
  operations.reduce((current, operation) => {
    const applied = applyOperation(current, operation)
    return applied.ok ? applied.value : current
  }, flow)

const operationsOf = (queue: readonly Queued[]) => queue.map(({ operation }) => operation)

const toSent = (queue: readonly Queued[]): SentOperation[] =>
  queue.map(({ id, operation }) => ({ id, operation }))

/**
 * Saves an open flow: the one door to the server for its operations. They are kept in the storage
 * until the server has acknowledged them, sent after a rest, and put on top of what others did.
 */
export class Autosave {
  readonly store: StoreApi<SaveState>
  readonly #options: Options
  readonly #clientId: string
  readonly #rest: number
  /** The document as the server has it. */
  #confirmed: FlowState
  /** The revision that the unsent operations were made on. */
  #baseRevision: number
  #queue: Queued[] = []
  /** How many of the queue's first operations are under way: those no longer change. */
  #underWay = 0
  #sending: Promise<void> | undefined
  /** Whether the server may have taken the first of the queue already: an answer was lost. */
  #mayBeReplay = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #retryAfter: number
  #unsubscribe = () => {}

  private constructor(options: Options) {
    this.#options = options
    this.#clientId = options.newId()
    this.#rest = options.rest ?? 1_000
    this.#retryAfter = this.#rest
    this.#confirmed = options.editor.store.getState().flow
    this.#baseRevision = options.revision
    this.store = createStore<SaveState>(() => ({
      status: 'saved',
      revision: options.revision,
      conflicts: [],
      refusal: undefined,
    }))
  }

  /** Begins to save an editor's operations, first of all those that an earlier tab left behind. */
  static async start(options: Options): Promise<Autosave> {
    const autosave = new Autosave(options)
    const unsent = await options.storage.load().catch(() => undefined)
    if (unsent !== undefined && unsent.operations.length > 0) autosave.#restore(unsent)
    autosave.#unsubscribe = options.editor.onOperation((operation, mergeKey) =>
      autosave.#enqueue(operation, mergeKey),
    )
    return autosave
  }

  /** Sends everything now; resolves when all is safe, or can't be made safe at present. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#sending ??= this.#sendQueue().finally(() => {
      this.#sending = undefined
    })
    await this.#sending
  }

  /** The person has decided a conflict. */
  dismissConflict(operationId: string): void {
    const { conflicts } = this.store.getState()
    this.store.setState({
      conflicts: conflicts.filter((conflict) => conflict.operationId !== operationId),
    })
  }

  /** The person leaves it at what others wrote. */
  dismissConflicts(): void {
    this.store.setState({ conflicts: [] })
  }

  /** Lets go of the editor. What is unsent stays in the storage. */
  stop(): void {
    this.#unsubscribe()
    clearTimeout(this.#timer)
  }

  #restore({ baseRevision, operations }: Unsent): void {
    this.#baseRevision = baseRevision
    this.#mayBeReplay = true
    this.#queue = operations.map((sent) => ({ ...sent, mergeKey: undefined }))
    this.#options.editor.rebase(applyAll(this.#confirmed, operationsOf(this.#queue)))
    this.store.setState({ status: 'unsaved' })
    this.#schedule(0)
  }

  #enqueue(operation: Operation, mergeKey: string | undefined): void {
    const last = this.#queue.length > this.#underWay ? this.#queue.at(-1) : undefined
    const merged =
      last && mergeKey !== undefined && last.mergeKey === mergeKey
        ? mergeOperations(last.operation, operation)
        : undefined
    if (last && merged) this.#queue.splice(-1, 1, { ...last, operation: merged })
    else this.#queue.push({ id: this.#options.newId(), operation, mergeKey })
    this.#keep()
    if (this.store.getState().status !== 'saving') this.store.setState({ status: 'unsaved' })
    this.#schedule(this.#rest)
  }

  #keep(): void {
    const unsent = { baseRevision: this.#baseRevision, operations: toSent(this.#queue) }
    this.#options.storage.save(unsent).catch(() => {
      // Without storage (private windows) a crash loses what is unsent; saving itself goes on.
    })
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), delay)
  }

  async #sendQueue(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue.slice(0, largestRequest)
      this.#underWay = batch.length
      this.store.setState({ status: 'saving' })
      try {
        const saved = await this.#options.send({
          baseRevision: this.#baseRevision,
          clientId: this.#clientId,
          operations: toSent(batch),
        })
        await this.#settle(batch, saved)
      } catch (error) {
        this.#underWay = 0
        this.#mayBeReplay = true
        this.#report(error)
        return
      }
    }
    this.store.setState({ status: 'saved', refusal: undefined })
  }

  /** Puts the server's answer under what is still unsent. */
  async #settle(batch: readonly Queued[], saved: Saved): Promise<void> {
    const { revision, conflicts } = this.store.getState()
    if (this.#mayBeReplay && saved.others.length > 0) await this.#reload()
    else this.#confirm(batch, saved, revision)
    this.#mayBeReplay = false
    this.#queue = this.#queue.slice(batch.length)
    this.#underWay = 0
    this.#baseRevision = Math.max(saved.revision, this.store.getState().revision)
    this.#retryAfter = this.#rest
    if (saved.others.length > 0 || saved.applied.length < batch.length) {
      this.#options.editor.rebase(applyAll(this.#confirmed, operationsOf(this.#queue)))
    }
    this.store.setState({
      revision: this.#baseRevision,
      conflicts: [...conflicts, ...saved.conflicts],
    })
    this.#keep()
  }

  /** The order in which others' operations and replayed ones were applied is known to the server only. */
  async #reload(): Promise<void> {
    const { flow, revision } = await this.#options.reload()
    this.#confirmed = flow
    this.store.setState({ revision })
  }

  #confirm(batch: readonly Queued[], saved: Saved, revision: number): void {
    const others = saved.others.filter((other) => other.revision > revision)
    const applied = new Set(saved.applied)
    const mine = batch.filter(({ id }) => applied.has(id))
    const theirs = others.map(({ operation }) => operation)
    this.#confirmed = applyAll(this.#confirmed, [...theirs, ...operationsOf(mine)])
  }

  #report(error: unknown): void {
    if (!this.#options.isOffline(error)) {
      const refusal = error instanceof Error ? error.message : String(error)
      this.store.setState({ status: 'refused', refusal })
      return
    }
    this.store.setState({ status: 'offline' })
    this.#schedule(this.#retryAfter)
    this.#retryAfter = Math.min(this.#retryAfter * 2, longestRetry)
  }
}
