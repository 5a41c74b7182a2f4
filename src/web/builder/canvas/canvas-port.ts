import { getViewportForBounds, type Node, type ReactFlowInstance } from '@xyflow/react'
import type { RefObject } from 'react'
import { pageSize } from '#domain/flow/page-extent.ts'
import { type Builder, type CanvasPort, flowOf } from '../builder.ts'
import { primaryComponentId } from '../state/selection.ts'
import { autoLayout } from './auto-layout.ts'
import { bringIntoSight } from './bring-into-sight.ts'
import { canvasMarks } from './canvas-marks.ts'

const duration = 250

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

/** What of a page is to be seen: its selected component, else its header. */
const findWanted = (builder: Builder, pageId: string) => {
  const selected = primaryComponentId(builder.session.getState().selection) ?? ''
  const index = flowOf(builder).pagesById[pageId]?.componentOrder.indexOf(selected) ?? -1
  return index < 0
    ? { top: 0, height: pageSize.header }
    : { top: pageSize.header + index * pageSize.row, height: pageSize.row }
}

/** The room of the canvas without the drawer that lies over its lower part on narrow screens. */
const measureRoom = (area: HTMLElement) => {
  const { top, bottom, width } = area.getBoundingClientRect()
  const drawer = document.querySelector('[data-drawer=open]')?.getBoundingClientRect()
  const isCovered = drawer !== undefined && drawer.top > top && drawer.width >= width
  return { width, height: (isCovered ? drawer.top : bottom) - top }
}

/** Shows nodes whole, in the room that no drawer covers. */
const fitNodes = (instance: ReactFlowInstance, area: HTMLElement | null, nodes: Node[]): void => {
  if (area === null || nodes.length === 0) return
  const { width, height } = measureRoom(area)
  // React Flow's own leaves out the pages that were out of sight so far and not yet measured.
  const bounds = instance.getNodesBounds(nodes)
  const view = getViewportForBounds(bounds, width, height, zooms.minimum, zooms.fit, 0.15)
  void instance.setViewport(view, motion())
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
  fitView: () => fitNodes(instance, area.current, instance.getNodes()),
  zoomToActualSize: () => void instance.zoomTo(1, motion()),
  zoomToPages: (pageIds) =>
    fitNodes(
      instance,
      area.current,
      instance.getNodes().filter(({ id }) => pageIds.includes(id)),
    ),
  toCanvasPoint: (point) => instance.screenToFlowPosition(point),
  autoLayout: () => autoLayout(builder),
  showPath: (path) => canvasMarks.setState({ path }),
  zoomBy: createZoomBy(instance),
  reveal: (pageId) => {
    // A page that was just added is known to React Flow after the next paint.
    requestAnimationFrame(() => {
      const node = instance.getNode(pageId)
      const room = area.current && measureRoom(area.current)
      if (!node || !room) return
      const view = instance.getViewport()
      const { position, height = 0 } = node
      const page = {
        ...position,
        width: pageSize.width,
        height,
        wanted: findWanted(builder, pageId),
      }
      const moved = bringIntoSight(page, view, room)
      if (moved) void instance.setViewport(moved, motion())
    })
  },
})
