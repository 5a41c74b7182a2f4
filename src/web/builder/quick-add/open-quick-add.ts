import { findPlaceForNew, type Place } from '../actions/edit-commands.ts'
import type { Builder } from '../builder.ts'
import { primaryComponentId } from '../state/selection.ts'

/** Below what is selected on the canvas, as far as it is in sight; else the middle of the screen. */
const findPoint = (builder: Builder, { pageId }: Place): { x: number; y: number } => {
  if (typeof document === 'undefined') return { x: 0, y: 0 }
  const id = primaryComponentId(builder.session.getState().selection)
  const canvas = document.querySelector('[data-canvas]')
  const target =
    canvas?.querySelector(`[data-row="${id}"]`) ??
    canvas?.querySelector(`[data-drop-page="${pageId}"]`)
  const { left, bottom } = target?.getBoundingClientRect() ?? { left: -1, bottom: -1 }
  const isInSight = left >= 0 && bottom >= 0 && left < innerWidth && bottom < innerHeight
  return isInSight ? { x: left, y: bottom } : { x: innerWidth / 2 - 128, y: innerHeight / 3 }
}

/** Opens the searchable list of components; what is chosen goes to the place, after the selection. */
export const openQuickAdd = (
  builder: Builder,
  place: Place = findPlaceForNew(builder),
  at: { x: number; y: number } = findPoint(builder, place),
): void => builder.session.setState({ overlay: { kind: 'quick-add', place, at } })
