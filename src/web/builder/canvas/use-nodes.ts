import { applyNodeChanges, type Node, type NodeChange, useStoreApi } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { SimpleOperation } from '#domain/flow/operation-schema.ts'
import { toEdges, toNodes } from '#web/shared/flow-view/canvas-projection.ts'
import { attempt } from '../actions/edit-commands.ts'
import { selectPages } from '../actions/select-commands.ts'
import { type Builder, flowOf } from '../builder.ts'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { isPageSelected, type Selection, selectedPageIds } from '../state/selection.ts'
import { snapChanges } from './snap-changes.ts'

/** Takes over what the document says of the nodes, and keeps what only React Flow knows of them. */
const mergeNodes = (
  current: readonly Node[],
  projected: readonly Node[],
  selection: Selection,
): Node[] => {
  const byId = new Map(current.map((node) => [node.id, node]))
  return projected.map((node) => {
    const known = byId.get(node.id)
    // A page that was just added may be selected before it is drawn: React Flow has to know, to take it back.
    if (known === undefined) return { ...node, selected: isPageSelected(selection, node.id) }
    if (known.data === node.data) return known
    return known.selected ? { ...node, selected: true } : node
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
  if (others.length > 0)
    attempt(builder, { type: 'batch', label: `Moved ${moves.length} pages`, operations: moves })
  else attempt(builder, first, `move/${'pageId' in first ? first.pageId : ''}`)
}

/** A page that is pressed, or pages that a box is drawn around, are selected in the session too. */
const saveSelection = (builder: Builder, changes: readonly NodeChange[]): void => {
  const chosen = changes.filter((change) => change.type === 'select')
  if (chosen.length === 0) return
  const before = selectedPageIds(builder.session.getState().selection)
  const removed = new Set(chosen.filter(({ selected }) => !selected).map(({ id }) => id))
  const added = chosen.filter(({ selected }) => selected).map(({ id }) => id)
  if (added.length === 0 && before.every((id) => !removed.has(id))) return
  selectPages(builder, [...before.filter((id) => !removed.has(id)), ...added])
}

/** The pages as React Flow's nodes and edges. What is dragged is in the document once it rests. */
export const useNodes = () => {
  const builder = useBuilder()
  const store = useStoreApi()
  const pages = useFlow((flow) => flow.pagesById)
  const order = useFlow((flow) => flow.pageOrder)
  const projected = useMemo(() => toNodes(pages, order), [pages, order])
  const edges = useMemo(() => toEdges(pages, order), [pages, order])
  const [nodes, setNodes] = useState(projected)
  const [seen, setSeen] = useState(projected)
  if (seen !== projected) {
    setSeen(projected)
    const { selection } = builder.session.getState()
    setNodes((current) => mergeNodes(current, projected, selection))
  }
  useEffect(
    () =>
      builder.session.subscribe(({ selection }, before) => {
        if (selection === before.selection) return
        setNodes((current) =>
          current.map((node) => {
            const selected = isPageSelected(selection, node.id)
            return (node.selected ?? false) === selected ? node : { ...node, selected }
          }),
        )
      }),
    [builder],
  )
  const onNodesChange = useCallback(
    (asked: NodeChange[]) => {
      const state = store.getState()
      const changes = snapChanges(asked, state.nodes, state.transform[2])
      setNodes((current) => applyNodeChanges(changes, current))
      savePositions(builder, changes)
      saveSelection(builder, changes)
    },
    [builder, store],
  )
  // The same at every drawing: React Flow asks everything on the canvas anew when one is another.
  const onNodeDragStop = useCallback(() => builder.editor.seal(), [builder])
  return { nodes, edges, onNodesChange, onNodeDragStop }
}
