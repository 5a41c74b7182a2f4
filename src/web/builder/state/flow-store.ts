import { createStore, type StoreApi } from 'zustand/vanilla'
import { applyOperation } from '#domain/flow/apply-operation.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import { invertOperation } from '#domain/flow/invert-operation.ts'
import type { OperationRefusal } from '#domain/flow/operation-refusal.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import { readTraces } from '#domain/flow/read-traces.ts'
import type { Result } from '#domain/shared/result.ts'
import { mergeOperations } from './merge-operations.ts'

/** How many steps can be undone. */
const longestHistory = 1_000

/** One undo step: what was done, and what takes it back. */
export interface Step {
  operation: Operation
  inverse: Operation
  /** What it found and what it left behind: where that differs by now, somebody else was there. */
  before: string
  after: string
  /** Operations that follow with the same key belong to the same step (typing in one field). */
  mergeKey: string | undefined
}

/** The open document and its history. Everything else about the editor lives in other stores. */
export interface FlowStore {
  flow: FlowState
  past: readonly Step[]
  future: readonly Step[]
}

export type Dispatch = (
  operation: Operation,
  mergeKey?: string,
) => Result<FlowState, OperationRefusal>

/** Called with every operation that changed the document, undo and redo included. */
export type OnOperation = (operation: Operation, mergeKey: string | undefined) => void

/** The open document, with the one door through which it changes. */
export interface FlowEditor {
  store: StoreApi<FlowStore>
  /** Applies an operation and remembers how to undo it; answers why, when it is refused. */
  dispatch: Dispatch
  /** Takes the last step back and answers what it was; nothing when there is none. */
  undo(): Operation | undefined
  redo(): Operation | undefined
  /** Ends the current step: the next operation begins another one. */
  seal(): void
  /** Takes a document that others changed too, without touching the history. */
  rebase(flow: FlowState): void
  onOperation(listener: OnOperation): () => void
}

const pushStep = (past: readonly Step[], step: Step): Step[] => {
  const last = past.at(-1)
  // Where the last one's traces are gone, its undo must not be this one's.
  const merged =
    last?.mergeKey !== undefined && last.mergeKey === step.mergeKey && last.after === step.before
      ? mergeOperations(last.operation, step.operation)
      : undefined
  return merged && last
    ? [...past.slice(0, -1), { ...last, operation: merged, after: step.after }]
    : [...past.slice(-longestHistory + 1), step]
}

/** Opens a document for editing. Needs no DOM. */
export const createFlowEditor = (flow: FlowState): FlowEditor => {
  const store = createStore<FlowStore>(() => ({ flow, past: [], future: [] }))
  const listeners = new Set<OnOperation>()
  const tell: OnOperation = (operation, mergeKey) => {
    for (const listener of listeners) listener(operation, mergeKey)
  }

  const dispatch: Dispatch = (operation, mergeKey) => {
    const before = store.getState()
    const applied = applyOperation(before.flow, operation)
    if (!applied.ok) return applied
    const step = {
      operation,
      inverse: invertOperation(before.flow, operation),
      before: readTraces(before.flow, operation),
      after: readTraces(applied.value, operation),
      mergeKey,
    }
    store.setState({ flow: applied.value, past: pushStep(before.past, step), future: [] })
    tell(operation, mergeKey)
    return applied
  }

  /** Moves the newest step from one side of the history to the other. */
  const travel = (side: 'past' | 'future'): Operation | undefined => {
    const { flow: current, past, future } = store.getState()
    const from = side === 'past' ? past : future
    const step = from.at(-1)
    if (step === undefined) return undefined
    const operation = side === 'past' ? step.inverse : step.operation
    const applied = applyOperation(current, operation)
    const rest = from.slice(0, -1)
    const isUntouched =
      readTraces(current, step.operation) === (side === 'past' ? step.after : step.before)
    // Passed over: somebody else has removed its target, or has worked on what it would take back.
    if (!applied.ok || !isUntouched) {
      store.setState({ [side]: rest })
      return travel(side)
    }
    const sealed = { ...step, mergeKey: undefined }
    store.setState(
      side === 'past'
        ? { flow: applied.value, past: rest, future: [...future, sealed] }
        : { flow: applied.value, past: [...past, sealed], future: rest },
    )
    tell(operation, undefined)
    return step.operation
  }

  return {
    store,
    dispatch,
    undo: () => travel('past'),
    redo: () => travel('future'),
    seal: () => {
      const { past } = store.getState()
      const last = past.at(-1)
      if (last?.mergeKey === undefined) return
      store.setState({ past: [...past.slice(0, -1), { ...last, mergeKey: undefined }] })
    },
    rebase: (rebased) => store.setState({ flow: rebased }),
    onOperation: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
