import type { EdgeProps } from '@xyflow/react'

/** From the label of a way to that of another one between the same pages, below it. */
export const labelGap = 26
/** About how wide a label is drawn: its letters, its padding; longer ones are cut. */
export const label = { letter: 6, padding: 18, most: 208 }
/** How many letters of a label are seen for certain: in a wide font they take more room than most. */
export const labelLetters = 25

/** Where a way leaves its page, and where it arrives. */
type Ends = Pick<EdgeProps, 'sourceX' | 'sourceY' | 'targetX' | 'targetY'>

interface Point {
  x: number
  y: number
}

/** From the line that pages are joined at to a label above their upper edges, or right below the line. */
const above = 44
const below = 20

/**
 * Where the label of a way stands: on its middle; of two pages side by side, below the line where it has
 * room between them, else above them.
 */
export const findLabelPlace = (
  { sourceX, sourceY, targetX, targetY }: Ends,
  middle: Point,
  nth: number,
  text: string,
): Point => {
  const width = Math.min(text.length * label.letter + label.padding, label.most)
  const room = targetX - sourceX
  const isNarrow = room > 0 && room < width + labelGap
  const isLevel = Math.abs(targetY - sourceY) < above
  if (!isNarrow || !isLevel) return { x: middle.x, y: middle.y + nth * labelGap }
  return width < room + 2 * below
    ? { x: middle.x, y: Math.max(sourceY, targetY) + below + nth * labelGap }
    : { x: middle.x, y: Math.min(sourceY, targetY) - above - nth * labelGap }
}

/** A piece of the canvas that a line or labels take. */
export interface Room {
  left: number
  right: number
  top: number
  bottom: number
}

/** Whether two pieces of the canvas have one in common. */
export const overlaps = (one: Room, other: Room): boolean =>
  one.left < other.right &&
  one.right > other.left &&
  one.top < other.bottom &&
  one.bottom > other.top

/** What labels take that stand in a column: from where the first of them stands to the last. */
export const toLabelRoom = (first: Point, last: Point): Room => ({
  left: first.x - label.most / 2,
  right: first.x + label.most / 2,
  top: Math.min(first.y, last.y) - labelGap / 2,
  bottom: Math.max(first.y, last.y) + labelGap / 2,
})

/** What labels take that hang on the middle of a way, one below the other. */
export const toHangingRoom = (middle: Point, labels: number): Room =>
  toLabelRoom(middle, { x: middle.x, y: middle.y + (labels - 1) * labelGap })
