import type { Connection, Edge, FinalConnectionState, ReactFlowProps } from '@xyflow/react'
import { useReactFlow } from '@xyflow/react'
import { useMemo } from 'react'
import { selectWay } from '../actions/select-commands.ts'
import { flowOf } from '../builder.ts'
import { useBuilder } from '../builder-context.tsx'
import { hoverEdge, leaveEdge } from './hover-edge.ts'
import { branchTo, connectPages, findWay, leadWay } from './way-commands.ts'

/** A page may lead to any page but itself and the Initial Page. */
const canConnect = (
  { source, target }: { source: string; target: string },
  firstPageId: string | undefined,
): boolean => source !== target && target !== firstPageId

const pointOf = (event: MouseEvent | TouchEvent) =>
  'changedTouches' in event ? event.changedTouches[0] : event

/** What the canvas does when ways are drawn from a page's handle, dragged elsewhere, or pressed. */
export const useConnections = () => {
  const builder = useBuilder()
  const instance = useReactFlow()
  return useMemo(() => {
    const choose = ({ id }: Edge) => {
      const way = findWay(builder, id)
      hoverEdge(id)
      if (way) selectWay(builder, way)
    }
    return {
      isValidConnection: (connection) => canConnect(connection, flowOf(builder).pageOrder[0]),
      onConnect: ({ source, target }: Connection) => connectPages(builder, source, target),
      onConnectEnd: (event, { fromNode, toNode, isValid }: FinalConnectionState) => {
        const point = pointOf(event)
        if (!fromNode || toNode || isValid || !point) return
        const { x, y } = instance.screenToFlowPosition({ x: point.clientX, y: point.clientY })
        // Anywhere on a page is as good as its handle.
        const [over] = instance.getIntersectingNodes({ x, y, width: 1, height: 1 })
        const connection = { source: fromNode.id, target: over?.id ?? '' }
        if (over === undefined) branchTo(builder, fromNode.id, { x, y: y - 24 })
        else if (canConnect(connection, flowOf(builder).pageOrder[0])) {
          connectPages(builder, connection.source, connection.target)
        }
      },
      onReconnect: (edge: Edge, { target }: Connection) => {
        const way = findWay(builder, edge.id)
        if (way) leadWay(builder, way, target)
      },
      onEdgeClick: (_, edge) => choose(edge),
      onEdgeContextMenu: (_, edge) => choose(edge),
      onEdgeMouseEnter: (_, { id }) => hoverEdge(id),
      onEdgeMouseLeave: leaveEdge,
    } satisfies Partial<ReactFlowProps>
  }, [builder, instance])
}
