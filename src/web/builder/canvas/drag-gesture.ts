import type { PointerEvent as ReactPointerEvent } from 'react'
import { getPage } from '#domain/flow/flow-state.ts'
import { addPreset, moveComponentTo, toPresetPlace } from '../actions/edit-commands.ts'
import { type Builder, flowOf } from '../builder.ts'
import { type Drag, type DragItem, dragStore, type Landing } from './drag-store.ts'
import { dropOnCanvas } from './drop-on-canvas.ts'
import { findDropTarget } from './find-drop-target.ts'

/** A press becomes a drag once the pointer has gone so many pixels. */
const threshold = 4
/** Near the canvas's edge the view follows, in pixels from the edge and pixels a frame. */
const edge = 48
const pace = 10

interface Point {
  x: number
  y: number
}

const isEmptyCanvas = (x: number, y: number): boolean =>
  document.elementFromPoint(x, y)?.classList.contains('react-flow__pane') ?? false

/** Where something would land that is let go at a point. `draggedId` is what is moved. */
const findLanding = (
  builder: Builder,
  item: DragItem,
  { x, y }: Point,
  draggedId: string | undefined,
): Landing => {
  const target = findDropTarget(x, y, draggedId)
  if (target === undefined) {
    return { target, note: isEmptyCanvas(x, y) ? 'on a new page' : undefined }
  }
  if (item.kind === 'component') return { target, note: undefined }
  const flow = flowOf(builder)
  const place = toPresetPlace(flow, item.typeName, target)
  if (place.pageId === target.pageId) return { target, note: undefined }
  return { target: { ...place, line: undefined }, note: `on ${getPage(flow, place.pageId).title}` }
}

const drop = (builder: Builder, { item, target, x, y, note }: Drag): void => {
  if (target === undefined) {
    const point = note !== undefined ? builder.canvas?.toCanvasPoint({ x, y }) : undefined
    if (point) dropOnCanvas(builder, item, point)
    return
  }
  const place = { pageId: target.pageId, index: target.index }
  if (item.kind === 'preset') addPreset(builder, item.typeName, item.preset, place)
  else moveComponentTo(builder, item.componentId, place)
}

const findCanvas = () => document.querySelector('[data-canvas]')?.getBoundingClientRect()

/** Whether a point is on the canvas, and so far from its edges. */
const isOver = ({ x, y }: Point, inset: number): boolean => {
  const canvas = findCanvas()
  if (canvas === undefined) return false
  const { left, right, top, bottom } = canvas
  return x >= left + inset && x <= right - inset && y >= top + inset && y <= bottom - inset
}

/** Pans the canvas while the pointer is held near one of its edges. */
const followPointer = (builder: Builder, { x, y }: Point): void => {
  const canvas = findCanvas()
  if (!canvas || !isOver({ x, y }, 0)) return
  const push = (position: number, low: number, high: number) =>
    position < low + edge ? pace : position > high - edge ? -pace : 0
  const delta = { x: push(x, canvas.left, canvas.right), y: push(y, canvas.top, canvas.bottom) }
  if (delta.x !== 0 || delta.y !== 0) builder.canvas?.panBy(delta)
}

/** A click follows the release of a drag; it is not meant. */
const swallowClick = (): void => {
  const swallow = (event: MouseEvent) => {
    event.stopPropagation()
    event.preventDefault()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
}

/**
 * Follows a pointer that was pressed on something that can be dragged: mouse anywhere on it, touch on
 * its grip (`data-grip`) so that lists still scroll. Escape and `pointercancel` abort.
 */
export const followDrag = (
  builder: Builder,
  event: ReactPointerEvent,
  item: DragItem,
  label: string,
): void => {
  const isGrip = event.target instanceof Element && event.target.closest('[data-grip]') !== null
  if (event.button !== 0 || (event.pointerType === 'touch' && !isGrip)) return
  const start = { x: event.clientX, y: event.clientY }
  const draggedId = item.kind === 'component' ? item.componentId : undefined
  let pointer = start
  let frame = 0
  // What comes from beside the canvas crosses its edge: pages must not slide away from under it then.
  let hasArrived = isOver(start, 0)

  const look = () => {
    frame = requestAnimationFrame(look)
    hasArrived ||= isOver(pointer, edge)
    if (hasArrived) followPointer(builder, pointer)
    const landing = findLanding(builder, item, pointer, draggedId)
    dragStore.setState({ drag: { item, label, ...pointer, ...landing } })
  }
  const onMove = (moved: PointerEvent) => {
    pointer = { x: moved.clientX, y: moved.clientY }
    const distance = Math.hypot(pointer.x - start.x, pointer.y - start.y)
    if (frame === 0 && distance >= threshold) {
      document.body.classList.add('dragging')
      frame = requestAnimationFrame(look)
    }
  }
  const end = () => {
    cancelAnimationFrame(frame)
    document.body.classList.remove('dragging')
    dragStore.setState({ drag: undefined })
    listening.abort()
  }
  const onUp = () => {
    const isDrag = frame !== 0
    end()
    if (!isDrag) return
    swallowClick()
    drop(builder, { item, label, ...pointer, ...findLanding(builder, item, pointer, draggedId) })
  }
  const onKeyDown = (key: KeyboardEvent) => {
    if (key.key !== 'Escape') return
    key.stopPropagation()
    end()
  }
  const listening = new AbortController()
  const { signal } = listening
  window.addEventListener('pointermove', onMove, { signal })
  window.addEventListener('pointerup', onUp, { signal })
  window.addEventListener('pointercancel', end, { signal })
  window.addEventListener('keydown', onKeyDown, { signal, capture: true })
}
