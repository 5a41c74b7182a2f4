import { Pause, Play, RotateCcw, Square } from 'lucide-react'
import { useEffect } from 'react'
import { findTiming } from '#domain/components/timer/timer-answer.ts'
import type { TimerComponent } from '#domain/components/timer/timer-schema.ts'
import { useNow } from '#web/shared/use-now.ts'
import { Button } from '#web/ui/button.tsx'
import { StepFrame } from '../shared/step-frame.tsx'
import type { StepProps } from '../step-props.ts'
import { formatTiming, measure, start, stop } from './timing.ts'

/** Measures a time. It is in the answer since when it runs, so that it runs on over a reload. */
export const TimerStep = ({ component, value, error, onChange }: StepProps<TimerComponent>) => {
  const { title, helpText, required, autoStart, allowReset, unpausable } = component
  const timing = findTiming(value)
  const isRunning = timing !== undefined && timing.runningSince !== null
  const now = useNow(250, isRunning)
  const isOver = timing !== undefined && !isRunning && unpausable
  const beginsNow = autoStart && timing === undefined
  useEffect(() => {
    if (beginsNow) onChange(start(undefined, Date.now()))
  })
  const StopIcon = unpausable ? Square : Pause
  return (
    <StepFrame title={title} helpText={helpText} required={required} error={error?.message}>
      <p
        role="timer"
        aria-label={title}
        className="rounded-xl border border-line bg-surface py-5 text-center font-semibold text-ink text-4xl tabular-nums"
      >
        {formatTiming(timing === undefined ? 0 : measure(timing, now))}
      </p>
      <div className="flex gap-2">
        {isRunning ? (
          <Button
            variant="primary"
            size="large"
            className="grow"
            {...(error && { 'aria-invalid': true })}
            onClick={() => onChange(stop(timing, Date.now()))}
          >
            <StopIcon aria-hidden="true" className="size-4" />
            {unpausable ? 'Stop' : 'Pause'}
          </Button>
        ) : (
          !isOver && (
            <Button
              variant="primary"
              size="large"
              className="grow"
              {...(error && { 'aria-invalid': true })}
              onClick={() => onChange(start(timing, Date.now()))}
            >
              <Play aria-hidden="true" className="size-4" />
              {timing === undefined ? 'Start' : 'Go on'}
            </Button>
          )
        )}
        {allowReset && timing !== undefined && (
          <Button
            size="large"
            className={isOver ? 'grow' : ''}
            onClick={() => onChange(autoStart ? start(undefined, Date.now()) : null)}
          >
            <RotateCcw aria-hidden="true" className="size-4" />
            Reset
          </Button>
        )}
      </div>
    </StepFrame>
  )
}
