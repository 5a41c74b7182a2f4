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
  line: { left: number; top: number; width: number } | undefined
}

/** Where something would land: at a target, on a new page of its own, or nowhere. */
export interface Landing {
  target: DropTarget | undefined
  /** Said beside the pointer, for example "on a new page". */
  note: string | undefined
}

/** A drag under way. It lives outside the document and outside React Flow. */
export interface Drag extends Landing {
  item: DragItem
  label: string
  x: number
  y: number
}

/** The drag of this page, if there is one: there is one pointer only. */
export const dragStore = createStore<{ drag: Drag | undefined }>(() => ({ drag: undefined }))
