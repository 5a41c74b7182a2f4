import type { Viewport } from '@xyflow/react'
import { useMemo, useState } from 'react'
import type { FlowDifference } from '#domain/flow/compare-flows.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import { toFlowMarks } from './flow-marks.ts'
import { FlowView } from './flow-view.tsx'

interface Side {
  label: string
  flow: FlowState
}

interface FlowViewPairProps {
  before: Side
  after: Side
  difference: FlowDifference
}

/** Two states of a flow side by side, moved and zoomed together; on a phone one of them at a time. */
export const FlowViewPair = ({ before, after, difference }: FlowViewPairProps) => {
  const marks = useMemo(() => toFlowMarks(difference), [difference])
  const sights = useMemo(() => [before.flow, after.flow], [before.flow, after.flow])
  const [viewport, setViewport] = useState<Viewport>()
  const [shown, setShown] = useState<'before' | 'after'>('after')
  const sides = [
    { name: 'before' as const, ...before },
    { name: 'after' as const, ...after },
  ]
  return (
    <div className="flex min-h-0 grow flex-col">
      <fieldset className="flex gap-1 pb-2 sm:hidden">
        <legend className="sr-only">Which state is shown</legend>
        {sides.map(({ name, label }) => (
          <label
            key={name}
            className="flex h-8 grow cursor-pointer items-center justify-center rounded-md px-2 font-medium text-muted text-sm ring-1 ring-line ring-inset has-checked:bg-accent-soft has-checked:text-accent-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="shown-side"
              className="sr-only"
              checked={shown === name}
              onChange={() => setShown(name)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div className="grid min-h-0 grow grid-cols-1 grid-rows-1 gap-px overflow-hidden rounded-lg bg-line ring-1 ring-line sm:grid-cols-2">
        {sides.map(({ name, label, flow }) => (
          <div
            key={name}
            className={
              shown === name ? 'relative grid min-w-0' : 'relative grid min-w-0 max-sm:hidden'
            }
          >
            <FlowView
              label={label}
              flow={flow}
              marks={marks}
              sights={sights}
              viewport={viewport}
              onMove={setViewport}
            />
            <span
              aria-hidden="true"
              className="absolute top-2 left-2 rounded-full bg-surface px-2 py-0.5 font-medium text-muted text-xs shadow-card ring-1 ring-line max-sm:hidden"
            >
              {label}
            </span>
          </div>
        ))}
      </div>
    </div>
  )
}
