import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { describeConditionShortly } from '#domain/flow/describe-condition.ts'
import { findPath, type TransitionEdgeType } from './edge-path.ts'
import { findWayLevel } from './find-way-level.ts'
import { useFlowView } from './flow-marks.ts'
import { findLabelPlace, labelLetters } from './label-place.ts'

/** A way from one page to the next, with what decides whether it is taken. */
export const ViewEdge = memo((props: EdgeProps<TransitionEdgeType>) => {
  const { id, data, source, target, markerEnd } = props
  const { flow } = useFlowView()
  if (data === undefined) return null
  const { path, ...middle } = findPath(props, findWayLevel(flow, source, target))
  const text = data.way.when
    ? describeConditionShortly(data.way.when, flow, labelLetters)
    : 'otherwise'
  const place = findLabelPlace(props, middle, data.nth, text)
  return (
    <>
      <BaseEdge id={id} path={path} {...(markerEnd !== undefined && { markerEnd })} />
      {data.isBranch && (
        <EdgeLabelRenderer>
          <span
            className="absolute block max-w-52 truncate rounded-full bg-surface px-2 py-0.5 text-muted text-xs ring-1 ring-line"
            style={{
              transform: `translate(-50%, -50%) translate(${place.x}px, ${place.y}px)`,
            }}
          >
            {text}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  )
})
ViewEdge.displayName = 'ViewEdge'
