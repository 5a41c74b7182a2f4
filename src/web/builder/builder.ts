import type { OrganisationContext } from '#domain/components/component-problem.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import type { Problem } from '#domain/flow/problem.ts'
import { createProblemIndex, type ProblemIndex } from './problems/problem-index.ts'
import type { Autosave } from './state/autosave.ts'
import type { FlowEditor } from './state/flow-store.ts'
import { createSessionStore, type SessionStore } from './state/session-store.ts'

/** What the canvas can be asked to do from outside. */
export interface CanvasPort {
  panBy(delta: { x: number; y: number }): void
  fitView(): void
  zoomBy(factor: number): void
  /** Brings a page to the middle, as far as it is not in sight. */
  reveal(pageId: string): void
}

/** One open Flow Builder: the document, the session, saving, and what is derived from them. */
export interface Builder {
  flowId: string
  editor: FlowEditor
  session: SessionStore
  autosave: Autosave
  organisation: OrganisationContext & { homeCountry: string }
  newId(): string
  /** Problems of a document; computed once for each. */
  problemsOf(flow: FlowState): ProblemIndex
  canvas: CanvasPort | undefined
  /** Tells the person what happened. */
  notify(message: string, more?: { undo?: boolean; tone?: 'error' }): void
  publish(): Promise<void>
}

/** The parts of a builder that it does not make itself. */
export type BuilderParts = Omit<Builder, 'session' | 'problemsOf' | 'canvas' | 'newId'>

/** Puts a builder together. */
export const createBuilder = (parts: BuilderParts): Builder => ({
  ...parts,
  session: createSessionStore(),
  newId: () => crypto.randomUUID(),
  problemsOf: createProblemIndex(parts.organisation),
  canvas: undefined,
})

/** The document as it is now. */
export const flowOf = ({ editor }: Builder): FlowState => editor.store.getState().flow

let requests = 0

/** Selects what a problem is about, brings it into view and focuses the setting that mends it. */
export const locateProblem = (builder: Builder, problem: Problem): void => {
  requests += 1
  const { pageId, componentId, setting } = problem
  builder.session.setState({
    panel: 'settings',
    drawer: 'right',
    selection: componentId
      ? { kind: 'component', componentId }
      : pageId
        ? { kind: 'page', pageId }
        : { kind: 'flow' },
    focus: { setting: setting ?? 'title', request: requests },
  })
  if (pageId) builder.canvas?.reveal(pageId)
}
