import type { PageState } from '#domain/flow/flow-state.ts'
import { pageHeight, pageSize } from '#domain/flow/page-extent.ts'
import type { Room } from './label-place.ts'

/** How far a way keeps from the pages that it runs beside: labels of shorter ways stand there. */
const clearance = 36

/** Upwards or downwards. */
export type Direction = 1 | -1

/** The room that a page takes on the canvas. */
export const toBox = ({ position: { x, y }, componentOrder }: PageState): Room => ({
  left: x,
  right: x + pageSize.width,
  top: y,
  bottom: y + pageHeight(componentOrder.length),
})

/**
 * The next height from a start, upwards or downwards, at which a level line meets none of the pages.
 *
 * @param hanging How far what belongs to the line hangs down from it.
 */
export const findFreeLevel = (
  boxes: readonly Room[],
  start: number,
  direction: Direction,
  hanging = 0,
): number => {
  const crossed = boxes.filter(
    ({ top, bottom }) => start > top - clearance - hanging && start < bottom + clearance,
  )
  if (crossed.length === 0) return start
  const edge =
    direction < 0
      ? Math.min(...crossed.map(({ top }) => top - clearance - hanging))
      : Math.max(...crossed.map(({ bottom }) => bottom + clearance))
  return findFreeLevel(boxes, edge, direction, hanging)
}
