import { LocateFixed } from 'lucide-react'
import { useEffect } from 'react'
import { answerOf } from '#domain/components/answer.ts'
import {
  findGeolockCentre,
  findGeolockObjection,
  formatDistance,
  measureDistance,
} from '#domain/components/input/geolock.ts'
import type { InputComponent } from '#domain/components/input/input-schema.ts'
import { Button } from '#web/ui/button.tsx'
import { StepFrame } from '../shared/step-frame.tsx'
import type { StepProps } from '../step-props.ts'
import { useLocation } from './use-location.ts'

/** A point where the worker must be: it is measured, not typed, and may be too far away. */
export const GeolockControl = (props: StepProps<InputComponent>) => {
  const { component, value, error, onChange, context } = props
  const { title, helpText, required, geolockTrigger, geolockRadius } = component
  const findAnswer = (id: string) => answerOf(context.answers, id)
  const point =
    typeof value === 'object' && value !== null && 'latitude' in value ? value : undefined
  const centre = findGeolockCentre(component, findAnswer)
  const objection = point && findGeolockObjection(component, point, findAnswer)
  const { busy, refusal, find } = useLocation(onChange, '')
  const findsAtOnce = geolockTrigger === 'open' && point === undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(() => {
    if (findsAtOnce) find()
  }, [])
  return (
    <StepFrame
      title={title}
      helpText={helpText}
      required={required}
      error={objection ?? refusal ?? error?.message}
    >
      <p role="status" className="rounded-xl bg-subtle px-3.5 py-3 text-base text-ink tabular-nums">
        {point === undefined ? (
          <span className="text-muted">
            {centre === undefined
              ? 'Where you are is not known yet'
              : `Be within ${formatDistance(geolockRadius)} of the place`}
          </span>
        ) : (
          <>
            {point.latitude}, {point.longitude}
            {centre !== undefined && (
              <span className="block text-muted text-sm">
                {formatDistance(measureDistance(centre, point))} from the place
              </span>
            )}
          </>
        )}
      </p>
      <Button
        size="large"
        busy={busy}
        {...((error || objection) && { 'aria-invalid': true })}
        onClick={find}
      >
        <LocateFixed aria-hidden="true" className="size-5" />
        {point === undefined ? 'Use my location' : 'Measure again'}
      </Button>
    </StepFrame>
  )
}
