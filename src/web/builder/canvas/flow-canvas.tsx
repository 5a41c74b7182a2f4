import '@xyflow/react/dist/style.css'
import './flow-canvas.css'
import { ReactFlow, ReactFlowProvider, useReactFlow, useStoreApi } from '@xyflow/react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { CanvasDots } from '#web/shared/flow-view/canvas-dots.tsx'
import { toEdges, toNodes } from '#web/shared/flow-view/canvas-projection.ts'
import { selectFlow } from '../actions/select-commands.ts'
import { flowOf } from '../builder.ts'
import { useBuilder } from '../builder-context.tsx'
import { PeerLayer } from '../together/together-part.tsx'
import { CanvasControls } from './canvas-controls.tsx'
import { createCanvasPort, zooms } from './canvas-port.ts'
import { fewPages, showDetails, toVisibleRect } from './detailed-pages.ts'
import { FlowMap } from './flow-map.tsx'
import { FinishNode, PageNode } from './page-node.tsx'
import { SnapGuides } from './snap-guides.tsx'
import { findStartView, type Size } from './start-view.ts'
import { TransitionEdge } from './transition-edge.tsx'
import { useConnections } from './use-connections.ts'
import { useExtendingSelection } from './use-extending-selection.ts'
import { useNodes } from './use-nodes.ts'
import { useRelated } from './use-related.ts'
import { ViewFollower } from './view-follower.tsx'

const nodeTypes = { page: PageNode, finish: FinishNode }
const edgeTypes = { transition: TransitionEdge }
const proOptions = { hideAttribution: true }

interface FlowCanvasProps {
  /** The size of the canvas when it is first drawn. */
  room: Size
}

/** The canvas: one node per page, edges for what comes next. */
export const FlowCanvas = ({ room }: FlowCanvasProps) => {
  const area = useRef<HTMLDivElement>(null)
  const builder = useBuilder()
  const [initial] = useState(() => {
    const { pagesById, pageOrder } = flowOf(builder)
    return { nodes: toNodes(pagesById, pageOrder), edges: toEdges(pagesById, pageOrder) }
  })
  return (
    <div ref={area} data-canvas="" className="relative h-full w-full select-none bg-canvas">
      {/* Told at once what there is, and where: told later, it would first draw an empty canvas. */}
      <ReactFlowProvider
        initialNodes={initial.nodes}
        initialEdges={initial.edges}
        initialWidth={room.width}
        initialHeight={room.height}
        initialMinZoom={zooms.minimum}
        initialMaxZoom={zooms.maximum}
      >
        <Pages area={area} room={room} />
      </ReactFlowProvider>
    </div>
  )
}

const Pages = ({ area, room }: FlowCanvasProps & { area: RefObject<HTMLElement | null> }) => {
  const builder = useBuilder()
  const { nodes, edges, ...changes } = useNodes()
  const connections = useConnections()
  const extending = useExtendingSelection()
  useRelated()
  const store = useStoreApi()
  const [startView] = useState(() => {
    const view = findStartView(nodes, room)
    showDetails(nodes, toVisibleRect(view, room.width, room.height))
    // React Flow takes `defaultViewport` only after its first drawing.
    store.setState({ transform: [view.x, view.y, view.zoom] })
    return view
  })
  const instance = useReactFlow()
  useEffect(() => {
    builder.canvas = createCanvasPort(builder, instance, area)
    return () => {
      builder.canvas = undefined
    }
  }, [builder, instance, area])
  return (
    <ReactFlow
      aria-label="Canvas"
      {...connections}
      {...extending}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      {...changes}
      connectionRadius={36}
      onPaneClick={() => selectFlow(builder)}
      onlyRenderVisibleElements={nodes.length > fewPages}
      deleteKeyCode={null}
      // Zooms by wheel all the same; a key that is followed draws the canvas anew at each press.
      zoomActivationKeyCode={null}
      selectionKeyCode="Shift"
      minZoom={zooms.minimum}
      maxZoom={zooms.maximum}
      defaultViewport={startView}
      proOptions={proOptions}
    >
      <CanvasDots />
      <ViewFollower />
      <SnapGuides />
      <PeerLayer />
      <FlowMap />
      <CanvasControls />
    </ReactFlow>
  )
}
