import type { Node, Rect, Viewport } from '@xyflow/react'
import { createStore } from 'zustand'

/** Below this zoom a row's text can't be read any more. */
export const farZoom = 0.35
/** Up to so many pages a flow is drawn whole, wherever the view is. */
export const fewPages = 30
/** So many pages are filled in for one frame, so that moving the view stays smooth. */
const pagesPerFrame = 2
/** How far beyond the view pages are filled in before they are seen, as a part of the view. */
const margin = 0.4

/**
 * The pages whose components are drawn: those in sight and around it. All others are only a title, so
 * that a page out of sight costs next to nothing.
 */
export const detailedPages = createStore(() => ({ ids: new Set<string>() as ReadonlySet<string> }))

/** The part of the canvas that is in view. */
export const toVisibleRect = ({ x, y, zoom }: Viewport, width: number, height: number): Rect => ({
  x: -x / zoom,
  y: -y / zoom,
  width: width / zoom,
  height: height / zoom,
})

const grow = ({ x, y, width, height }: Rect, part: number): Rect => ({
  x: x - width * part,
  y: y - height * part,
  width: width * (1 + 2 * part),
  height: height * (1 + 2 * part),
})

const touches = ({ position, width = 0, height = 0 }: Node, rect: Rect): boolean =>
  position.x < rect.x + rect.width &&
  position.x + width > rect.x &&
  position.y < rect.y + rect.height &&
  position.y + height > rect.y

const findTouching = (nodes: readonly Node[], rect: Rect): string[] =>
  nodes.filter((node) => touches(node, rect)).map(({ id }) => id)

/** Draws what is in view at once; for the first time that a flow is shown. */
export const showDetails = (nodes: readonly Node[], view: Rect): void => {
  const shown = nodes.length <= fewPages ? nodes.map(({ id }) => id) : findTouching(nodes, view)
  detailedPages.setState({ ids: new Set(shown) })
}

/** Draws a little more of what is in view, or about to be. Answers whether there is more to draw. */
export const refineDetails = (nodes: readonly Node[], view: Rect): boolean => {
  const { ids } = detailedPages.getState()
  const wanted =
    nodes.length <= fewPages
      ? nodes.map(({ id }) => id)
      : [...findTouching(nodes, view), ...findTouching(nodes, grow(view, margin))]
  const missing = [...new Set(wanted)].filter((id) => !ids.has(id))
  const kept = nodes.length <= fewPages ? wanted : findTouching(nodes, grow(view, 2 * margin))
  const added = missing.slice(0, pagesPerFrame)
  const next = [...kept.filter((id) => ids.has(id)), ...added]
  if (added.length > 0 || next.length < ids.size) detailedPages.setState({ ids: new Set(next) })
  return missing.length > added.length
}
