import '@xyflow/react/dist/style.css'
import { type Edge, type Node, ReactFlow } from '@xyflow/react'
import { createRoot } from 'react-dom/client'
import { toGridPosition } from '../page-grid.ts'

// What the Flow Builder is measured against: React Flow with as many plain nodes, and nothing else.

const count = Number(new URLSearchParams(location.search).get('pages'))
const nodes = Array.from({ length: count }, (_, index): Node => {
  const id = `page${index}`
  return { id, position: toGridPosition(index), data: { label: id } }
})
const edges = nodes.slice(1).map(({ id }, index): Edge => {
  const source = `page${index}`
  return { id: `${source}-${id}`, source, target: id }
})
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <ReactFlow defaultNodes={nodes} defaultEdges={edges} minZoom={0.03} fitView />,
)
