import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { FlowState } from '#domain/flow/flow-state.ts'
import type { Builder } from './builder.ts'
import type { ProblemIndex } from './problems/problem-index.ts'
import type { SaveState } from './state/autosave.ts'
import type { Session } from './state/session-store.ts'

const BuilderContext = createContext<Builder | undefined>(undefined)

/** Makes an open builder known to everything inside. */
export const BuilderProvider = (props: { builder: Builder; children: ReactNode }) => (
  <BuilderContext value={props.builder}>{props.children}</BuilderContext>
)

/** The open builder. */
export const useBuilder = (): Builder => {
  const builder = useContext(BuilderContext)
  if (builder === undefined) throw new Error('useBuilder outside of a BuilderProvider')
  return builder
}

/** A part of the document; renders again only when that part changes. */
export const useFlow = <Part,>(select: (flow: FlowState) => Part): Part =>
  useStore(useBuilder().editor.store, ({ flow }) => select(flow))

/** A part of the derived problems. */
export const useProblems = <Part,>(select: (index: ProblemIndex) => Part): Part => {
  const { problemsOf } = useBuilder()
  return useFlow((flow) => select(problemsOf(flow)))
}

/** A part of the session: selection, panels. */
export const useSession = <Part,>(select: (session: Session) => Part): Part =>
  useStore(useBuilder().session, select)

/** A part of how saving stands. */
export const useSaveState = <Part,>(select: (state: SaveState) => Part): Part =>
  useStore(useBuilder().autosave.store, select)

/** Whether there is something to undo and to redo. */
export const useHistory = (): { canUndo: boolean; canRedo: boolean } => {
  const { store } = useBuilder().editor
  return {
    canUndo: useStore(store, ({ past }) => past.length > 0),
    canRedo: useStore(store, ({ future }) => future.length > 0),
  }
}
