import { type Edge, type EdgeProps, getBezierPath, getSmoothStepPath } from '@xyflow/react'
import type { Way } from '#domain/flow/ways.ts'

export interface TransitionData extends Record<string, unknown> {
  way: Way
  /** Whether there are other ways from the same page, so that this one needs a label. */
  isBranch: boolean
  /** Its number among those to the same page: their labels stand below one another. */
  nth: number
}

export type TransitionEdgeType = Edge<TransitionData, 'transition'>

export const labelGap = 26
/** With less room than this between two pages, a label stands above them. */
const labelRoom = 220
/** From the line that pages are joined at to above their upper edges. */
const aboveHeader = 44

/** Where the label of a way stands: on its middle, or above two pages that stand side by side. */
export const findLabelPlace = (
  { sourceX, sourceY, targetX, targetY }: EdgeProps,
  middle: { x: number; y: number },
  nth: number,
) => {
  const isNarrow = targetX > sourceX && targetX - sourceX < labelRoom
  const isLevel = Math.abs(targetY - sourceY) < aboveHeader
  return isNarrow && isLevel
    ? { x: middle.x, y: Math.min(sourceY, targetY) - aboveHeader - nth * labelGap }
    : { x: middle.x, y: middle.y + nth * labelGap }
}

/** The line from a page to the next, and its middle. */
export const findPath = ({ sourceX, sourceY, targetX, targetY, ...rest }: EdgeProps) => {
  const { sourcePosition, targetPosition } = rest
  const ends = { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition }
  // A way back would be drawn through the pages by a curve.
  return targetX > sourceX
    ? getBezierPath(ends)
    : getSmoothStepPath({ ...ends, borderRadius: 16, offset: 28 })
}
