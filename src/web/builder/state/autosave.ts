import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Conflict, Saved, SentOperation } from '#contract/flow-contract.ts'
import type { LoggedOperation } from '#contract/flow-events-contract.ts'
import { applyOperation } from '#domain/flow/apply-operation.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import { addConflicts } from './add-conflicts.ts'
import { applyAll } from './apply-all.ts'
import type { FlowEditor } from './flow-store.ts'
import { UnsentQueue } from './unsent-queue.ts'
import type { UnsentOperation, UnsentStorage } from './unsent-storage.ts'

export type SaveStatus = 'saved' | 'unsaved' | 'saving' | 'offline' | 'refused'

/** How saving stands: always visible, always true. */
export interface SaveState {
  status: SaveStatus
  /** The revision of the server's that is under what the person sees. */
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
  /** How this tab names itself to the server. */
  clientId: string
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

/** What the server has applied, as far as it matters here. */
type Applied = Pick<LoggedOperation, 'revision' | 'id' | 'operation'>

const longestRetry = 30_000

const byRevision = (one: Applied, other: Applied) => one.revision - other.revision

/**
 * Saves an open flow: the one door to the server for its operations. They are kept in the storage
 * until the server has acknowledged them, sent after a rest, and put on top of what others did.
 *
 * What the person sees is always `#confirmed`, the server's document at a revision, with the queue
 * applied on top. Answers and events both bring the server's log; whichever comes first moves
 * `#confirmed` on, and what comes again is known by its revision.
 */
export class Autosave {
  readonly store: StoreApi<SaveState>
  readonly clientId: string
  readonly #options: Options
  readonly #rest: number
  #confirmed: FlowState
  readonly #queue: UnsentQueue
  /** What arrived before something that is still missing. */
  #ahead: Applied[] = []
  #sending: Promise<void> | undefined
  #reloading: Promise<void> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #isStopped = false
  #retryAfter: number
  #unsubscribe = () => {}

  private constructor(options: Options) {
    this.#options = options
    this.#queue = new UnsentQueue(options.newId)
    this.clientId = options.clientId
    this.#rest = options.rest ?? 1_000
    this.#retryAfter = this.#rest
    this.#confirmed = options.editor.store.getState().flow
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
    const unsent = await options.storage.load().catch(() => [])
    if (unsent.length > 0) autosave.#restore(unsent)
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

  /**
   * Takes operations from the server's log, in order, one's own included. Where some before them are
   * missing, the document is fetched.
   */
  receive(log: readonly LoggedOperation[]): void {
    const outcome = this.#advance(log)
    if (outcome === 'gap') void this.catchUp()
    if (outcome === 'changed') this.#show()
  }

  /** Fetches the document, and puts what is unsent on top; tries again until it succeeds. */
  async catchUp(): Promise<void> {
    try {
      await this.#reload()
    } catch {
      if (!this.#isStopped) setTimeout(() => void this.catchUp(), this.#rest * 3)
    }
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
    this.#isStopped = true
    this.#unsubscribe()
    clearTimeout(this.#timer)
    this.#options.storage.release()
  }

  #restore(unsent: readonly UnsentOperation[]): void {
    this.#queue.restore(unsent)
    this.#show()
    this.store.setState({ status: 'unsaved' })
    this.#schedule(0)
  }

  #enqueue(operation: Operation, mergeKey: string | undefined): void {
    this.#queue.add(operation, mergeKey, this.store.getState().revision)
    this.#keep()
    if (this.store.getState().status !== 'saving') this.store.setState({ status: 'unsaved' })
    this.#schedule(this.#rest)
  }

  #keep(): void {
    const unsent = this.#queue.operations.map(({ id, operation, base }) => ({
      id,
      operation,
      base,
    }))
    this.#options.storage.save(unsent).catch(() => {
      // Without storage (private windows) a crash loses what is unsent; saving itself goes on.
    })
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), delay)
  }

  async #sendQueue(): Promise<void> {
    while (!this.#queue.isEmpty) {
      this.store.setState({ status: 'saving' })
      const batch = this.#queue.takeBatch()
      try {
        const saved = await this.#options.send({
          baseRevision: batch[0]?.base ?? 0,
          clientId: this.clientId,
          operations: batch.map(({ id, operation }) => ({ id, operation })),
        })
        await this.#settle(batch, saved)
      } catch (error) {
        this.#report(error)
        return
      }
    }
    this.store.setState({ status: 'saved', refusal: undefined })
  }

  /** Puts the server's answer under what is still unsent. */
  async #settle(batch: readonly UnsentOperation[], saved: Saved): Promise<void> {
    const revisions = new Map(saved.applied.map(({ id, revision }) => [id, revision]))
    const mine = batch.flatMap(({ id, operation }) => {
      const revision = revisions.get(id)
      return revision === undefined ? [] : [{ id, operation, revision }]
    })
    const others = saved.others.map((other) => ({ ...other, id: '' }))
    const outcome = this.#advance([...others, ...mine].sort(byRevision))
    if (outcome === 'gap') await this.#reload(saved.revision)
    this.#queue.drop(new Set(batch.map(({ id }) => id)))
    this.#retryAfter = this.#rest
    const { conflicts } = this.store.getState()
    this.store.setState({ conflicts: addConflicts(conflicts, saved.conflicts) })
    if (mine.length < batch.length || outcome !== 'same') this.#show()
    this.#keep()
  }

  /**
   * Moves the server's document on. `same`: what the person sees does not change by that; `gap`:
   * something before these is missing, so they were put aside.
   */
  #advance(log: readonly Applied[]): 'same' | 'changed' | 'gap' {
    const { revision: before } = this.store.getState()
    const fresh = log.filter(({ revision }) => revision > before)
    let flow = this.#confirmed
    for (const [index, { revision, operation }] of fresh.entries()) {
      const outcome = applyOperation(flow, operation)
      if (revision !== before + index + 1 || !outcome.ok) {
        this.#ahead.push(...fresh)
        return 'gap'
      }
      flow = outcome.value
    }
    const { operations } = this.#queue
    const isNext = fresh.every(({ id }, index) => operations[index]?.id === id)
    const gone = this.#queue.drop(new Set(log.map(({ id }) => id)))
    // The same content: keeping the same objects spares the canvas from drawing them again.
    const seen = this.#options.editor.store.getState().flow
    const isOwn = isNext && gone === fresh.length
    this.#confirmed = isOwn && fresh.length > 0 && this.#queue.isEmpty ? seen : flow
    this.store.setState({ revision: before + fresh.length })
    return isOwn ? 'same' : 'changed'
  }

  /** Fetches the document, until it is at least at a revision. */
  async #reload(atLeast = 0): Promise<void> {
    do {
      this.#reloading ??= this.#fetchDocument().finally(() => {
        this.#reloading = undefined
      })
      await this.#reloading
    } while (this.store.getState().revision < atLeast)
  }

  async #fetchDocument(): Promise<void> {
    const { flow, revision } = await this.#options.reload()
    if (revision > this.store.getState().revision) {
      this.#confirmed = flow
      this.store.setState({ revision })
    }
    const ahead = this.#ahead.sort(byRevision)
    this.#ahead = []
    this.#advance(ahead)
    this.#show()
  }

  #show(): void {
    this.#options.editor.rebase(applyAll(this.#confirmed, this.#queue.operations))
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
