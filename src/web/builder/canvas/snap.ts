import type { Guide } from './canvas-marks.ts'

/** A page as a rectangle, in canvas units. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

interface Line {
  at: number
  from: number
  to: number
}

/** The edges and the middle of a box along one axis, each with how far it reaches along the other. */
const linesOf = ({ x, y, width, height }: Box, axis: 'x' | 'y'): Line[] => {
  const [start, size, from, across] = axis === 'x' ? [x, width, y, height] : [y, height, x, width]
  const to = from + across
  return [start, start + size / 2, start + size].map((at) => ({ at, from, to }))
}

const findSnap = (moved: Box, others: readonly Box[], axis: 'x' | 'y', reach: number) => {
  let best: { offset: number; guide: Guide } | undefined
  for (const mine of linesOf(moved, axis)) {
    for (const other of others) {
      for (const line of linesOf(other, axis)) {
        const offset = line.at - mine.at
        if (Math.abs(offset) > reach || (best && Math.abs(offset) >= Math.abs(best.offset)))
          continue
        const from = Math.min(line.from, mine.from)
        best = { offset, guide: { axis, at: line.at, from, to: Math.max(line.to, mine.to) } }
      }
    }
  }
  return best
}

/**
 * Where a dragged page lands when it is about level with another one: its place and the lines that
 * show why. `reach` is how near it must be, in canvas units.
 */
export const snap = (
  moved: Box,
  others: readonly Box[],
  reach: number,
): { x: number; y: number; guides: Guide[] } => {
  const x = findSnap(moved, others, 'x', reach)
  const y = findSnap(moved, others, 'y', reach)
  return {
    x: moved.x + (x?.offset ?? 0),
    y: moved.y + (y?.offset ?? 0),
    guides: [x, y].flatMap((found) => (found ? [found.guide] : [])),
  }
}
