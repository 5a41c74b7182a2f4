import { type Edge, type EdgeProps, getBezierPath, getSmoothStepPath } from '@xyflow/react'
import type { Way } from '#domain/flow/ways.ts'
import { turn } from './find-detour.ts'

export interface TransitionData extends Record<string, unknown> {
  way: Way
  /** Whether there are other ways from the same page, so that this one needs a label. */
  isBranch: boolean
  /** Its number among those to the same page: their labels stand below one another. */
  nth: number
}

export type TransitionEdgeType = Edge<TransitionData, 'transition'>

/** How far from a page a way has risen, or sunk, to where it runs beside the pages. */
const bend = 56

/** A way that runs over or under the pages between its own two, and its middle. */
const runBeside = ({ sourceX, sourceY, targetX, targetY }: EdgeProps, level: number) => {
  const [out, back] = [sourceX + bend, targetX - bend]
  const rise = `C${sourceX + bend / 2},${sourceY} ${sourceX + bend / 2},${level} ${out},${level}`
  const fall = `C${targetX - bend / 2},${level} ${targetX - bend / 2},${targetY} ${targetX},${targetY}`
  const path = `M${sourceX},${sourceY} ${rise} L${back},${level} ${fall}`
  return { path, x: (sourceX + targetX) / 2, y: level }
}

/**
 * The line from a page to the next, and its middle.
 *
 * @param level The height at which it has to run, in canvas units; null for the plain curve.
 */
export const findPath = (props: EdgeProps, level: number | null) => {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = props
  if (level !== null && targetX - sourceX > 2 * bend) return runBeside(props, level)
  const ends = { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition }
  // A way back would be drawn through the pages by a curve.
  const [path, x, y] =
    targetX > sourceX
      ? getBezierPath(ends)
      : getSmoothStepPath({
          ...ends,
          borderRadius: 16,
          offset: turn,
          ...(level !== null && { centerY: level }),
        })
  return { path, x, y }
}
