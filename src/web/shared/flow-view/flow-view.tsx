import '@xyflow/react/dist/style.css'
import './flow-view.css'
import {
  Background,
  getNodesBounds,
  getViewportForBounds,
  ReactFlow,
  ReactFlowProvider,
  type Viewport,
} from '@xyflow/react'
import clsx from 'clsx'
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { FlowState } from '#domain/flow/flow-state.ts'
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
  onSelect?: (part: FlowPart) => void
  /** The view, where another canvas has the same one. */
  viewport?: Viewport | undefined
  onViewportChange?: (viewport: Viewport) => void
  /** The flows that are to be in sight at first, when it is more than this one. */
  sights?: readonly FlowState[] | undefined
  className?: string
}

/** A flow on a canvas that is only looked at: pan, zoom, and choose where that is wanted. */
export const FlowView = ({ label, flow, className, sights, ...rest }: FlowViewProps) => {
  const area = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<Size>()
  const { viewport, onViewportChange } = rest
  useLayoutEffect(() => {
    if (size !== undefined || area.current === null) return
    const { width, height } = area.current.getBoundingClientRect()
    setSize({ width, height })
    if (viewport === undefined) onViewportChange?.(findView(sights ?? [flow], { width, height }))
  }, [size, viewport, onViewportChange, sights, flow])
  return (
    <section
      ref={area}
      aria-label={label}
      className={clsx('flow-view relative min-h-0 min-w-0 bg-canvas', className)}
    >
      {size && size.width > 0 && (
        <ReactFlowProvider>
          <Pages flow={flow} size={size} {...rest} />
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
  viewport,
  onViewportChange,
}: Omit<FlowViewProps, 'label' | 'sights'> & { size: Size }) => {
  const id = useId()
  const nodes = useMemo(() => toNodes(flow.pagesById, flow.pageOrder), [flow])
  const edges = useMemo(() => toEdges(flow.pagesById, flow.pageOrder), [flow])
  const content = useMemo(
    () => ({ flow, marks, selected, onSelect }),
    [flow, marks, selected, onSelect],
  )
  const [startView] = useState(() => findView([flow], size))
  const view = onViewportChange
    ? { viewport: viewport ?? startView, onViewportChange }
    : { defaultViewport: startView }
  return (
    <FlowViewContext value={content}>
      <ReactFlow
        id={id}
        {...view}
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
        <Background gap={20} size={2} color="var(--dot)" />
      </ReactFlow>
    </FlowViewContext>
  )
}
