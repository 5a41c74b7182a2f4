import '@xyflow/react/dist/style.css'
import './flow-canvas.css'
import {
  applyNodeChanges,
  Background,
  type Node,
  type NodeChange,
  ReactFlow,
  type ReactFlowInstance,
} from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { SimpleOperation } from '#domain/flow/operation-schema.ts'
import { attempt, selectPage } from '../actions/edit-commands.ts'
import { type Builder, flowOf } from '../builder.ts'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { CanvasControls } from './canvas-controls.tsx'
import { createCanvasPort, zooms } from './canvas-port.ts'
import { toEdges, toNodes } from './canvas-projection.ts'
import { FinishNode, PageNode } from './page-node.tsx'

const nodeTypes = { page: PageNode, finish: FinishNode }
/** Above so many pages, those out of sight are not drawn at all. */
const manyPages = 100
const proOptions = { hideAttribution: true }
const fitViewOptions = { padding: 0.12, maxZoom: zooms.fit }
const readableZoom = 0.65
const startViewport = { x: 48, y: 96, zoom: 0.85 }

/** Takes over what the document says of the nodes, and keeps what only React Flow knows of them. */
const mergeNodes = (current: readonly Node[], projected: readonly Node[]): Node[] => {
  const byId = new Map(current.map((node) => [node.id, node]))
  return projected.map((node) => {
    const known = byId.get(node.id)
    if (known === undefined) return node
    if (known.data === node.data) return known
    const { selected, measured } = known
    return { ...node, ...(selected && { selected }), ...(measured && { measured }) }
  })
}

/** Positions at rest become operations: after a drag, and after every arrow key. */
const savePositions = (builder: Builder, changes: readonly NodeChange[]): void => {
  const { pagesById } = flowOf(builder)
  const moves = changes.flatMap((change): SimpleOperation[] => {
    if (change.type !== 'position' || change.dragging === true || !change.position) return []
    const page = pagesById[change.id]
    const position = { x: Math.round(change.position.x), y: Math.round(change.position.y) }
    const isSame = page?.position.x === position.x && page.position.y === position.y
    return page && !isSame ? [{ type: 'page.move', pageId: page.id, position }] : []
  })
  const [first, ...others] = moves
  if (first === undefined) return
  if (others.length > 0) attempt(builder, { type: 'batch', label: 'Move pages', operations: moves })
  else attempt(builder, first, `move/${'pageId' in first ? first.pageId : ''}`)
}

const useNodes = (builder: Builder) => {
  const pages = useFlow((flow) => flow.pagesById)
  const order = useFlow((flow) => flow.pageOrder)
  const projected = useMemo(() => toNodes(pages, order), [pages, order])
  const edges = useMemo(() => toEdges(pages, order), [pages, order])
  const [nodes, setNodes] = useState(projected)
  const [seen, setSeen] = useState(projected)
  if (seen !== projected) {
    setSeen(projected)
    setNodes((current) => mergeNodes(current, projected))
  }
  useEffect(
    () =>
      builder.session.subscribe(({ selection }, before) => {
        if (selection === before.selection) return
        const pageId = selection.kind === 'page' ? selection.pageId : undefined
        setNodes((current) =>
          current.map((node) => {
            const selected = node.id === pageId
            return (node.selected ?? false) === selected ? node : { ...node, selected }
          }),
        )
      }),
    [builder],
  )
  const onNodesChange = useCallback(
    (changes: NodeChange[]) => {
      setNodes((current) => applyNodeChanges(changes, current))
      savePositions(builder, changes)
      const chosen = changes.find((change) => change.type === 'select' && change.selected)
      if (chosen && 'id' in chosen) selectPage(builder, chosen.id)
    },
    [builder],
  )
  return { nodes, edges, onNodesChange }
}

/** The canvas: one node per page, edges for what comes next. */
export const FlowCanvas = () => {
  const builder = useBuilder()
  const { nodes, edges, onNodesChange } = useNodes(builder)
  const area = useRef<HTMLDivElement>(null)
  const onInit = useCallback(
    (instance: ReactFlowInstance) => {
      builder.canvas = createCanvasPort(instance, area)
      // A flow that would be too small to read as a whole is shown from its beginning.
      if (instance.getZoom() < readableZoom) void instance.setViewport(startViewport)
    },
    [builder],
  )
  return (
    <div ref={area} data-canvas="" className="relative h-full w-full bg-canvas">
      <ReactFlow
        aria-label="Canvas"
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        onInit={onInit}
        onPaneClick={() => builder.session.setState({ selection: { kind: 'flow' } })}
        onNodeDragStop={() => builder.editor.seal()}
        onlyRenderVisibleElements={nodes.length > manyPages}
        nodesConnectable={false}
        deleteKeyCode={null}
        multiSelectionKeyCode={null}
        selectionKeyCode={null}
        minZoom={zooms.minimum}
        maxZoom={zooms.maximum}
        fitView
        fitViewOptions={fitViewOptions}
        proOptions={proOptions}
      >
        <Background gap={20} size={2} color="var(--dot)" />
        <CanvasControls />
      </ReactFlow>
    </div>
  )
}
