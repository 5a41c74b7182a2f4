import { createStore } from 'zustand/vanilla'
import type { FlowState } from '#domain/flow/flow-state.ts'
import type { OtpPolicy } from '#domain/otp/otp-policy.ts'
import type { CheckAnswer } from '#domain/task/walk.ts'
import { toWayKey } from '../coverage/coverage.ts'
import type { KnownRates } from '../otp/find-price.ts'
import type { TraceNote } from '../trace/trace-note.ts'
import { followDraft } from './follow-draft.ts'
import { blankRun, type Run, type Step, toScene } from './run.ts'

/** A line of the trace, with the moment that followed on it. */
export interface TraceEntry extends TraceNote {
  id: number
  /** By the preview's clock. */
  at: number
  after: Run
  /** The draft at that time. */
  flow: FlowState
}

export interface PreviewState {
  run: Run
  trace: readonly TraceEntry[]
  /** The ways that any run since the builder was opened has taken, by key. */
  walked: ReadonlySet<string>
  /** Rises when another moment is shown: the phone is then drawn anew. */
  epoch: number
  /** What messages cost; undefined until they are fetched. */
  rates: KnownRates | undefined
  /** What holds for codes; undefined until it is fetched. */
  policy: OtpPolicy | undefined
}

interface Sources {
  readFlow(): FlowState
  /** The real time, in ms since the epoch. */
  now(): number
  newId(): string
  check: CheckAnswer
}

/** The draft that a preview shows, and the one door through which its moments change. */
export const createRunTracker = ({ readFlow, now: realNow, newId, check }: Sources) => {
  const store = createStore<PreviewState>(() => ({
    run: blankRun(newId()),
    trace: [],
    walked: new Set(),
    epoch: 0,
    rates: undefined,
    policy: undefined,
  }))
  let scene = toScene(readFlow(), check)
  let entries = 0
  const now = () => realNow() + store.getState().run.skipped

  /** Takes over a moment and what is said of it. */
  const apply = ({ run, notes }: Step) => {
    store.setState({ run })
    if (notes.length === 0) return
    const { trace, walked } = store.getState()
    const at = now()
    const added = notes.map((note): TraceEntry => {
      entries += 1
      return { ...note, id: entries, at, after: run, flow: scene.flow }
    })
    const keys = notes.flatMap(({ way }) => (way === null ? [] : [toWayKey(way)]))
    store.setState({
      trace: [...trace, ...added],
      walked: keys.some((key) => !walked.has(key)) ? new Set([...walked, ...keys]) : walked,
    })
  }

  /** Takes over what was edited in the draft since the last time. */
  const follow = () => {
    const flow = readFlow()
    if (flow === scene.flow) return
    const before = scene
    scene = toScene(flow, check)
    apply(followDraft(before, flow, store.getState().run))
  }

  /** Shows another moment than the one that comes of the last, after some lines of the trace. */
  const jump = (step: Step, trace: readonly TraceEntry[]) => {
    store.setState(({ epoch }) => ({ trace, epoch: epoch + 1 }))
    apply(step)
  }

  /** Goes back to the moment after a line of the trace, by the clock too. */
  const goTo = (entryId: number) => {
    follow()
    const { trace } = store.getState()
    const index = trace.findIndex(({ id }) => id === entryId)
    const entry = trace[index]
    if (entry === undefined) return
    const back = followDraft(toScene(entry.flow, check), scene.flow, entry.after)
    const run = { ...back.run, skipped: entry.at - realNow() }
    jump({ run, notes: back.notes }, trace.slice(0, index + 1))
  }
  return { store, now, apply, follow, jump, goTo, scene: () => scene }
}

export type RunTracker = ReturnType<typeof createRunTracker>
