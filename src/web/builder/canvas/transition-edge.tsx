import { BaseEdge, type EdgeProps, ViewportPortal } from '@xyflow/react'
import clsx from 'clsx'
import { Plus } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { describeCondition, describeConditionShortly } from '#domain/flow/describe-condition.ts'
import type { Way } from '#domain/flow/ways.ts'
import { findPath, type TransitionEdgeType } from '#web/shared/flow-view/edge-path.ts'
import { findWayLevel } from '#web/shared/flow-view/find-way-level.ts'
import { findLabelPlace, labelGap, labelLetters } from '#web/shared/flow-view/label-place.ts'
import { selectTransition } from '../actions/select-commands.ts'
import { useBuilder, useFlow, useSession } from '../builder-context.tsx'
import { canvasMarks, isOnPath } from './canvas-marks.ts'
import { hoverEdge, leaveEdge } from './hover-edge.ts'
import { addPageInto } from './way-commands.ts'

interface AtMiddleProps {
  edgeId: string
  x: number
  y: number
  children: ReactNode
}

/** Puts something on the middle of an edge, after the pages, so that the focus comes there after them. */
const AtMiddle = ({ edgeId, x, y, children }: AtMiddleProps) => (
  <ViewportPortal>
    <div
      data-way={edgeId}
      className="nodrag nopan pointer-events-auto absolute"
      style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
    >
      {children}
    </div>
  </ViewportPortal>
)

const Label = ({ way, text, isSelected }: { way: Way; text: string; isSelected: boolean }) => {
  const builder = useBuilder()
  const { transition, pageId, when } = way
  const whole = useFlow((flow) => (when ? describeCondition(when, flow) : text))
  const look = clsx(
    'max-w-52 truncate rounded-full px-2 py-0.5 text-xs ring-1',
    isSelected
      ? 'bg-accent-soft text-accent-ink ring-accent'
      : 'bg-surface text-muted ring-line hover:text-ink',
  )
  if (transition === null) return <span className={clsx(look, 'block')}>{text}</span>
  return (
    <button
      type="button"
      title={whole}
      aria-label={whole}
      aria-pressed={isSelected}
      className={clsx(look, 'block')}
      onClick={() => selectTransition(builder, pageId, transition.id)}
    >
      {text}
    </button>
  )
}

/** A way from one page to the next, with what decides whether it is taken. */
export const TransitionEdge = memo((props: EdgeProps<TransitionEdgeType>) => {
  const { id, data, source, target, markerEnd } = props
  const builder = useBuilder()
  const isHovered = useStore(canvasMarks, ({ hoveredEdge }) => hoveredEdge === id)
  const isMarked = useStore(canvasMarks, ({ path }) => isOnPath(path, source, target))
  const isWalked = useStore(canvasMarks, ({ walked }) => walked.has(id))
  const isMissed = useStore(canvasMarks, ({ missed }) => missed.has(id))
  const isSelected = useSession(
    ({ selection }) =>
      selection.kind === 'transition' &&
      selection.pageId === source &&
      selection.transitionId === data?.way.transition?.id,
  )
  const level = useFlow((flow) => findWayLevel(flow, source, target))
  const when = data?.way.when
  const text = useFlow((flow) =>
    when ? describeConditionShortly(when, flow, labelLetters) : 'otherwise',
  )
  if (data === undefined) return null
  const { path, x, y } = findPath(props, level)
  const label = findLabelPlace(props, { x, y }, data.nth, text)
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        {...(markerEnd !== undefined && { markerEnd })}
        className={clsx({
          'on-path': isMarked,
          chosen: isSelected,
          walked: isWalked,
          missed: isMissed,
        })}
      />
      {data.isBranch && (
        <AtMiddle edgeId={id} {...label}>
          <Label way={data.way} text={text} isSelected={isSelected} />
        </AtMiddle>
      )}
      {isHovered && (
        <AtMiddle edgeId={id} x={x} y={data.isBranch && label.y === y ? y + labelGap : y}>
          <button
            type="button"
            tabIndex={-1}
            aria-label="Add a page here"
            onPointerEnter={() => hoverEdge(id)}
            onPointerLeave={leaveEdge}
            onClick={(event) => {
              // Else the click is also one on the edge, which would be selected instead of the page.
              event.stopPropagation()
              addPageInto(builder, data.way)
            }}
            className="grid size-6 place-items-center rounded-full bg-accent text-on-accent shadow-card"
          >
            <Plus aria-hidden="true" className="size-4" />
          </button>
        </AtMiddle>
      )}
    </>
  )
})
