import { getViewportForBounds, type ReactFlowInstance } from '@xyflow/react'
import type { RefObject } from 'react'
import type { Builder, CanvasPort } from '../builder.ts'
import { autoLayout } from './auto-layout.ts'
import { canvasMarks } from './canvas-marks.ts'

const duration = 250
const margin = 24

/** How far the canvas can be zoomed; fitting a small flow makes it no larger than it is. */
export const zooms = { minimum: 0.03, fit: 1, maximum: 1.75 } as const

const motion = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? {} : { duration })

/** Zooms step by step: a press that comes while the view still moves goes on from where it moves to. */
const createZoomBy = (instance: ReactFlowInstance) => {
  let aim = { zoom: 1, until: 0 }
  return (factor: number): void => {
    const now = performance.now()
    const from = now < aim.until ? aim.zoom : instance.getZoom()
    const zoom = Math.min(Math.max(from * factor, zooms.minimum), zooms.maximum)
    aim = { zoom, until: now + duration }
    void instance.zoomTo(zoom, motion())
  }
}

/** Lets the rest of the builder move the view. */
export const createCanvasPort = (
  builder: Builder,
  instance: ReactFlowInstance,
  area: RefObject<HTMLElement | null>,
): CanvasPort => ({
  panBy: ({ x, y }) => {
    const viewport = instance.getViewport()
    void instance.setViewport({ ...viewport, x: viewport.x + x, y: viewport.y + y })
  },
  fitView: () => {
    const size = area.current?.getBoundingClientRect()
    if (!size) return
    // React Flow's own leaves out the pages that were out of sight so far and not yet measured.
    const bounds = instance.getNodesBounds(instance.getNodes())
    const { minimum, fit } = zooms
    const view = getViewportForBounds(bounds, size.width, size.height, minimum, fit, 0.15)
    void instance.setViewport(view, motion())
  },
  zoomToActualSize: () => void instance.zoomTo(1, motion()),
  zoomToPages: (pageIds) =>
    void instance.fitView({
      nodes: pageIds.map((id) => ({ id })),
      maxZoom: zooms.fit,
      padding: 0.15,
      ...motion(),
    }),
  toCanvasPoint: (point) => instance.screenToFlowPosition(point),
  autoLayout: () => autoLayout(builder),
  showPath: (path) => canvasMarks.setState({ path }),
  zoomBy: createZoomBy(instance),
  reveal: (pageId) => {
    // A page that was just added is known to React Flow after the next paint.
    requestAnimationFrame(() => {
      const node = instance.getNode(pageId)
      const size = area.current?.getBoundingClientRect()
      if (!node || !size) return
      const { x, y, zoom } = instance.getViewport()
      const left = node.position.x * zoom + x
      const top = node.position.y * zoom + y
      const right = left + (node.width ?? 0) * zoom
      const isInSight =
        left >= margin &&
        right <= size.width - margin &&
        top >= 0 &&
        top <= size.height - margin * 4
      if (isInSight) return
      const centre = {
        x: node.position.x + (node.width ?? 0) / 2,
        y: node.position.y + Math.min((node.height ?? 0) / 2, size.height / 2 / zoom - margin),
      }
      void instance.setCenter(centre.x, centre.y, { zoom: Math.max(zoom, 0.6), ...motion() })
    })
  },
})
