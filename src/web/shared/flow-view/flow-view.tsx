import '@xyflow/react/dist/style.css'
import './flow-view.css'
import {
  getNodesBounds,
  getViewportForBounds,
  ReactFlow,
  ReactFlowProvider,
  type Viewport,
} from '@xyflow/react'
import clsx from 'clsx'
import { type RefObject, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { FlowState } from '#domain/flow/flow-state.ts'
import { CanvasDots } from './canvas-dots.tsx'
import { toEdges, toNodes } from './canvas-projection.ts'
import { type FlowMarks, type FlowPart, FlowViewContext, noMarks } from './flow-marks.ts'
import { ViewEdge } from './view-edge.tsx'
import { ViewFinish, ViewNode } from './view-node.tsx'

const nodeTypes = { page: ViewNode, finish: ViewFinish }
const edgeTypes = { transition: ViewEdge }
const proOptions = { hideAttribution: true }
const zooms = { minimum: 0.05, maximum: 1.5, fit: 0.9 }
const padding = 0.08
/** With more pages than this, those out of sight are not drawn. */
const fewPages = 40

interface Size {
  width: number
  height: number
}

/** The view in which all pages of some flows are seen. */
const findView = (flows: readonly FlowState[], { width, height }: Size): Viewport => {
  const nodes = flows.flatMap(({ pagesById, pageOrder }) => toNodes(pagesById, pageOrder))
  const bounds = getNodesBounds(nodes)
  return getViewportForBounds(bounds, width, height, zooms.minimum, zooms.fit, padding)
}

interface FlowViewProps {
  /** What it is, for screen readers. */
  label: string
  flow: FlowState
  marks?: FlowMarks | undefined
  selected?: FlowPart | undefined
  onSelect?: ((part: FlowPart) => void) | undefined
  /** The view, where another canvas has the same one. */
  viewport?: Viewport | undefined
  onMove?: (viewport: Viewport) => void
  /** The flows that are to be in sight at first, when it is more than this one. */
  sights?: readonly FlowState[] | undefined
  className?: string
}

/** The room that an element has by now; nothing before it is known. */
const useSize = (element: RefObject<HTMLElement | null>): Size | undefined => {
  const [size, setSize] = useState<Size>()
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return
    const observer = new ResizeObserver(() => {
      const { width, height } = current.getBoundingClientRect()
      setSize(width > 0 && height > 0 ? { width, height } : undefined)
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return size
}

/** A flow on a canvas that is only looked at: pan, zoom, and choose where that is wanted. */
export const FlowView = ({ label, className, ...rest }: FlowViewProps) => {
  const area = useRef<HTMLDivElement>(null)
  const size = useSize(area)
  return (
    <section
      ref={area}
      aria-label={label}
      className={clsx('flow-view relative min-h-0 min-w-0 bg-canvas', className)}
    >
      {size && (
        <ReactFlowProvider>
          <Pages {...rest} size={size} />
        </ReactFlowProvider>
      )}
    </section>
  )
}

const Pages = ({
  flow,
  size,
  marks = noMarks,
  selected,
  onSelect,
  sights,
  ...shared
}: Omit<FlowViewProps, 'label' | 'className'> & { size: Size }) => {
  const id = useId()
  const nodes = useMemo(() => toNodes(flow.pagesById, flow.pageOrder), [flow])
  const edges = useMemo(() => toEdges(flow.pagesById, flow.pageOrder), [flow])
  const content = useMemo(
    () => ({ flow, marks, selected, onSelect }),
    [flow, marks, selected, onSelect],
  )
  // Until somebody moves it, the view follows the room that there is.
  const [moved, setMoved] = useState<Viewport>()
  const { viewport = moved, onMove = setMoved } = shared
  const whole = useMemo(() => findView(sights ?? [flow], size), [sights, flow, size])
  return (
    <FlowViewContext value={content}>
      <ReactFlow
        id={id}
        viewport={viewport ?? whole}
        onMove={(event, to) => event && onMove(to)}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        onlyRenderVisibleElements={nodes.length > fewPages}
        minZoom={zooms.minimum}
        maxZoom={zooms.maximum}
        proOptions={proOptions}
      >
        <CanvasDots />
      </ReactFlow>
    </FlowViewContext>
  )
}
