import type { Viewport } from '@xyflow/react'

const margin = 24
/** Nothing can be read from further away. */
const readable = 0.6

/** A page, in canvas units, and which part of it is wanted: from its top on. */
interface Sight {
  x: number
  y: number
  width: number
  height: number
  wanted: { top: number; height: number }
}

/** In client pixels. */
interface Room {
  width: number
  height: number
}

const isWithin = (start: number, end: number, room: number): boolean =>
  start >= margin && end <= room - margin

/**
 * The view in which the wanted part of a page is seen, and as much of the page as there is room for;
 * nothing where the view is right already.
 */
export const bringIntoSight = (
  { x, y, width, height, wanted }: Sight,
  view: Viewport,
  room: Room,
): Viewport | undefined => {
  const left = x * view.zoom + view.x
  const top = (y + wanted.top) * view.zoom + view.y
  const isSeen =
    isWithin(left, left + width * view.zoom, room.width) &&
    isWithin(top, top + wanted.height * view.zoom, room.height)
  if (isSeen) return undefined
  const zoom = Math.max(view.zoom, readable)
  const fits = height * zoom <= room.height - 2 * margin
  const middle = fits ? y + height / 2 : y + wanted.top + wanted.height / 2
  // The upper edge of a page does not leave the upper edge of the canvas further than it has to.
  const lowest = y + room.height / 2 / zoom - margin / zoom
  const centre = fits ? middle : Math.max(middle, lowest)
  return {
    x: room.width / 2 - (x + width / 2) * zoom,
    y: room.height / 2 - centre * zoom,
    zoom,
  }
}
