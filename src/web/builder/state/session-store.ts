import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Problem } from '#domain/flow/problem.ts'
import type { Selection } from './selection.ts'

export type PanelTab = 'settings' | 'problems' | 'preview'

/** A title that is being edited where it stands: that of a page, a component or, in the header, the flow. */
export type Renaming = { id: string; place: 'canvas' | 'outline' } | { place: 'header' }

interface Point {
  x: number
  y: number
}

/** What lies over the builder, one at a time. Points are in client pixels. */
export type Overlay =
  | { kind: 'command-palette' }
  | { kind: 'cheat-sheet' }
  | { kind: 'find-replace' }
  | { kind: 'history' }
  | { kind: 'publish' }
  | { kind: 'versions' }
  | { kind: 'save-template' }
  | { kind: 'import' }
  | { kind: 'export' }
  | { kind: 'connect'; pageId: string }
  | { kind: 'quick-add'; place: { pageId: string; index: number }; at: Point }
  | { kind: 'context-menu'; at: Point }

export type OverlayOf<Kind extends Overlay['kind']> = Extract<Overlay, { kind: Kind }>

/** What concerns one person at one screen, is not saved and can't be undone. */
export interface Session {
  selection: Selection
  panel: PanelTab
  /** On narrow screens the side areas cover the canvas, one at a time. */
  drawer: 'none' | 'left' | 'right'
  /** A setting to be focused once its form is shown; `request` tells two requests apart. */
  focus: { setting: string; request: number } | undefined
  renaming: Renaming | undefined
  /** Asks the preview to take the focus, and to begin on a page where one is named. */
  previewRequest: { fromPageId: string | null } | undefined
  /** Whether the preview's phone lies on the canvas instead of in the side panel. */
  isPhoneDocked: boolean
  overlay: Overlay | undefined
  /** The problem that was gone to last. */
  located: Problem | undefined
  /** What screen readers are told last. */
  announcement: string
}

export type SessionStore = StoreApi<Session>

/** Starts with the flow itself selected. */
export const createSessionStore = (): SessionStore =>
  createStore<Session>(() => ({
    selection: { kind: 'flow' },
    panel: 'settings',
    drawer: 'none',
    focus: undefined,
    renaming: undefined,
    previewRequest: undefined,
    isPhoneDocked: false,
    overlay: undefined,
    located: undefined,
    announcement: '',
  }))
