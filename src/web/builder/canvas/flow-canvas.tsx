import '@xyflow/react/dist/style.css'
import './flow-canvas.css'
import { ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { CanvasDots } from '#web/shared/flow-view/canvas-dots.tsx'
import { selectFlow } from '../actions/select-commands.ts'
import { useBuilder } from '../builder-context.tsx'
import { PeerLayer } from '../together/together-part.tsx'
import { CanvasControls } from './canvas-controls.tsx'
import { createCanvasPort, zooms } from './canvas-port.ts'
import { fewPages, showDetails, toVisibleRect } from './detailed-pages.ts'
import { FlowMap } from './flow-map.tsx'
import { FinishNode, PageNode } from './page-node.tsx'
import { SnapGuides } from './snap-guides.tsx'
import { findStartView, pickSize, type Size } from './start-view.ts'
import { TransitionEdge } from './transition-edge.tsx'
import { useConnections } from './use-connections.ts'
import { useExtendingSelection } from './use-extending-selection.ts'
import { useNodes } from './use-nodes.ts'
import { useRelated } from './use-related.ts'
import { ViewFollower } from './view-follower.tsx'

const nodeTypes = { page: PageNode, finish: FinishNode }
const edgeTypes = { transition: TransitionEdge }
const proOptions = { hideAttribution: true }

/** The canvas: one node per page, edges for what comes next. */
export const FlowCanvas = () => {
  const area = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<Size>()
  // The view is found for the room that there is, before anything is drawn.
  useLayoutEffect(() => {
    if (area.current) setSize(pickSize(area.current.getBoundingClientRect()))
  }, [])
  return (
    <div ref={area} data-canvas="" className="relative h-full w-full select-none bg-canvas">
      {size && (
        <ReactFlowProvider>
          <Pages area={area} size={size} />
        </ReactFlowProvider>
      )}
    </div>
  )
}

const Pages = ({ area, size }: { area: RefObject<HTMLElement | null>; size: Size }) => {
  const builder = useBuilder()
  const { nodes, edges, ...changes } = useNodes()
  const connections = useConnections()
  const extending = useExtendingSelection()
  useRelated()
  const [startView] = useState(() => {
    const view = findStartView(nodes, size)
    showDetails(nodes, toVisibleRect(view, size.width, size.height))
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
      {...size}
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
