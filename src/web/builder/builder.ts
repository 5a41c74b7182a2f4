import type { OrganisationContext } from '#domain/components/component-problem.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import type { Problem } from '#domain/flow/problem.ts'
import type { RecentPresets } from './palette/recent-presets.ts'
import { createProblemIndex, type ProblemIndex } from './problems/problem-index.ts'
import type { Autosave } from './state/autosave.ts'
import type { FlowEditor } from './state/flow-store.ts'
import { keepExisting, toComponentSelection, toPageSelection } from './state/selection.ts'
import { createSessionStore, type SessionStore } from './state/session-store.ts'
import { createPeerStore, type PeerStore } from './together/peer-store.ts'

/** What the canvas can be asked to do from outside. */
export interface CanvasPort {
  panBy(delta: { x: number; y: number }): void
  fitView(): void
  zoomBy(factor: number): void
  /** Shows everything in its own size, around the middle of what is seen. */
  zoomToActualSize(): void
  /** Brings pages into view, as large as they fit. */
  zoomToPages(pageIds: readonly string[]): void
  /** Where a point of the window, in client pixels, lies on the canvas. */
  toCanvasPoint(point: { x: number; y: number }): { x: number; y: number }
  /** Arranges all pages by what comes after what, as one step. */
  autoLayout(): Promise<void>
  /** Marks the way over some pages, until something else is selected. */
  showPath(pageIds: readonly string[]): void
  /** Brings a page to the middle, as far as it is not in sight. */
  reveal(pageId: string): void
}

/** What else a message says. */
export interface Notice {
  undo?: boolean
  tone?: 'error'
  description?: string
  /** Messages of one topic replace each other. */
  topic?: string
}

/** One open Flow Builder: the document, the session, saving, and what is derived from them. */
export interface Builder {
  flowId: string
  editor: FlowEditor
  session: SessionStore
  autosave: Autosave
  /** Who else has the flow open. */
  peers: PeerStore
  organisation: OrganisationContext & { homeCountry: string }
  newId(): string
  /** What was added last by this person. */
  recent: RecentPresets
  /** Problems of a document; computed once for each. */
  problemsOf(flow: FlowState): ProblemIndex
  canvas: CanvasPort | undefined
  /** Tells the person what happened; `undo` offers to take the last step back. */
  notify(message: string, more?: Notice): void
}

/** The parts of a builder that it does not make itself. */
export type BuilderParts = Omit<Builder, 'session' | 'peers' | 'problemsOf' | 'canvas' | 'newId'>

/** Puts a builder together. What goes away, by whomever, is no longer selected. */
export const createBuilder = (parts: BuilderParts): Builder => {
  const session = createSessionStore()
  parts.editor.store.subscribe(({ flow }) => {
    const { selection } = session.getState()
    const left = keepExisting(selection, flow)
    if (left !== selection) session.setState({ selection: left })
  })
  return {
    ...parts,
    session,
    peers: createPeerStore(),
    newId: () => crypto.randomUUID(),
    problemsOf: createProblemIndex(parts.organisation),
    canvas: undefined,
  }
}

/** The document as it is now. */
export const flowOf = ({ editor }: Builder): FlowState => editor.store.getState().flow

let requests = 0

/** Shows the settings of what is selected and focuses one of them. */
export const focusSetting = (builder: Builder, setting: string): void => {
  requests += 1
  builder.session.setState({
    panel: 'settings',
    drawer: 'right',
    focus: { setting, request: requests },
  })
}

/** Selects what a problem is about, brings it into view and focuses the setting that mends it. */
export const locateProblem = (builder: Builder, problem: Problem): void => {
  const { pageId, componentId, setting } = problem
  builder.session.setState({
    selection: componentId
      ? toComponentSelection([componentId])
      : toPageSelection(pageId ? [pageId] : []),
    located: problem,
  })
  focusSetting(builder, setting ?? 'title')
  if (pageId) builder.canvas?.reveal(pageId)
}
