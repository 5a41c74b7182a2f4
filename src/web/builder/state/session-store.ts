import { createStore, type StoreApi } from 'zustand/vanilla'

/** What is selected: it is what the side panel shows and what the keyboard acts on. */
export type Selection =
  | { kind: 'flow' }
  | { kind: 'page'; pageId: string }
  | { kind: 'component'; componentId: string }

export type PanelTab = 'settings' | 'problems'

/** What concerns one person at one screen, is not saved and can't be undone. */
export interface Session {
  selection: Selection
  panel: PanelTab
  /** On narrow screens the side areas cover the canvas, one at a time. */
  drawer: 'none' | 'left' | 'right'
  /** A setting to be focused once its form is shown; `request` tells two requests apart. */
  focus: { setting: string; request: number } | undefined
  /** A component to be brought into view on the canvas. */
  reveal: { pageId: string; request: number } | undefined
}

export type SessionStore = StoreApi<Session>

/** Starts with the flow itself selected. */
export const createSessionStore = (): SessionStore =>
  createStore<Session>(() => ({
    selection: { kind: 'flow' },
    panel: 'settings',
    drawer: 'none',
    focus: undefined,
    reveal: undefined,
  }))
