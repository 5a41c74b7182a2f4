import { createStore } from 'zustand/vanilla'
import type { ComponentTypeName } from '#domain/components/component-registry.ts'
import type { Preset } from '#domain/components/component-type.ts'
import type { Place } from '../actions/edit-commands.ts'

/** What is dragged: something new from the palette, or a component that is there. */
export type DragItem =
  | { kind: 'preset'; typeName: ComponentTypeName; preset: Preset }
  | { kind: 'component'; componentId: string }

/** Where it would land, and the line that shows it, in client pixels. */
export interface DropTarget extends Place {
  line: { left: number; top: number; width: number }
}

/** A drag under way. It lives outside the document and outside React Flow. */
export interface Drag {
  item: DragItem
  label: string
  x: number
  y: number
  target: DropTarget | undefined
  /** Whether it is over the empty canvas, where it would make a new page. */
  isOnCanvas: boolean
}

/** The drag of this page, if there is one: there is one pointer only. */
export const dragStore = createStore<{ drag: Drag | undefined }>(() => ({ drag: undefined }))
