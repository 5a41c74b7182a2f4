import type { Operation } from '#domain/flow/operation-schema.ts'
import { mergeOperations } from './merge-operations.ts'
import type { UnsentOperation } from './unsent-storage.ts'

/** At most so many operations in one request, as the API allows. */
const largestRequest = 500

interface Queued extends UnsentOperation {
  mergeKey: string | undefined
  /** The server may have it under this id, so it no longer changes. */
  isSent: boolean
}

/** What a person did and the server has not acknowledged yet, in order. */
export class UnsentQueue {
  #queued: readonly Queued[] = []
  readonly #newId: () => string

  constructor(newId: () => string) {
    this.#newId = newId
  }

  /** As it is kept in the storage, and applied on top of the server's document. */
  get operations(): readonly UnsentOperation[] {
    return this.#queued
  }

  get isEmpty(): boolean {
    return this.#queued.length === 0
  }

  /** Takes over what an earlier tab left behind: it may have sent that. */
  restore(unsent: readonly UnsentOperation[]): void {
    this.#queued = unsent.map((kept) => ({ ...kept, mergeKey: undefined, isSent: true }))
  }

  /** Adds an operation made at a revision; one of the same merge key joins the last one. */
  add(operation: Operation, mergeKey: string | undefined, base: number): void {
    const last = this.#queued.at(-1)
    const merged =
      last && !last.isSent && mergeKey !== undefined && last.mergeKey === mergeKey
        ? mergeOperations(last.operation, operation)
        : undefined
    this.#queued =
      last && merged
        ? this.#queued.with(-1, { ...last, operation: merged })
        : [...this.#queued, { id: this.#newId(), operation, base, mergeKey, isSent: false }]
  }

  /** The first of the queue to be sent together, as far as they were made at the same revision. */
  takeBatch(): readonly UnsentOperation[] {
    const base = this.#queued[0]?.base
    const end = this.#queued.findIndex((queued) => queued.base !== base)
    const count = Math.min(end === -1 ? this.#queued.length : end, largestRequest)
    this.#queued = this.#queued.map((queued, index) =>
      index < count ? { ...queued, isSent: true } : queued,
    )
    return this.#queued.slice(0, count)
  }

  /** Takes operations out, and answers how many of them were there. */
  drop(ids: ReadonlySet<string>): number {
    const before = this.#queued.length
    this.#queued = this.#queued.filter(({ id }) => !ids.has(id))
    return before - this.#queued.length
  }
}
