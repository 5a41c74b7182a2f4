import { getNodesBounds, getViewportForBounds, type Node, type Viewport } from '@xyflow/react'
import { zooms } from './canvas-port.ts'

/** The room that the canvas has, in pixels. */
export interface Size {
  width: number
  height: number
}

const padding = 0.1
const readableZoom = 0.65
const fromTheBeginning: Viewport = { x: 48, y: 96, zoom: 0.85 }

/** Of a rectangle, its size alone. */
export const pickSize = ({ width, height }: Size): Size => ({ width, height })

/** How a flow is first shown: whole, or from its beginning where it would be too small to read. */
export const findStartView = (nodes: Node[], { width, height }: Size): Viewport => {
  const bounds = getNodesBounds(nodes)
  const whole = getViewportForBounds(bounds, width, height, zooms.minimum, zooms.fit, padding)
  return whole.zoom < readableZoom ? fromTheBeginning : whole
}
