import { err, ok, type Result } from '#domain/shared/result.ts'
import type { AnswerError, AnswerValue, TimerAnswer } from '../answer.ts'
import { readInstant, readRecord } from '../read-answer.ts'
import type { TimerComponent } from './timer-schema.ts'

/** The longest time that is believed, in seconds: 31 days. */
const longest = 31 * 24 * 60 * 60

/** The measured time of an answer; nothing when it is no answer to a Timer. */
export const findTiming = (value: AnswerValue): TimerAnswer | undefined =>
  typeof value === 'object' && value !== null && 'runningSince' in value ? value : undefined

/**
 * Accepts a measured time. One that still runs is refused only where an answer is required: it is
 * saved while it runs, so that it outlives a reload.
 */
export const checkTimerAnswer = (
  timer: TimerComponent,
  value: unknown,
): Result<TimerAnswer | null, AnswerError> => {
  if (value === null || value === undefined) {
    return timer.required
      ? err({ code: 'required', message: `Start ${timer.title} and stop it at the end.` })
      : ok(null)
  }
  const { startedAt, runningSince, seconds } = readRecord(value) ?? {}
  const started = readInstant(startedAt)
  const running = runningSince === null ? null : readInstant(runningSince)
  if (
    started === undefined ||
    running === undefined ||
    (running !== null && running < started) ||
    typeof seconds !== 'number' ||
    !(seconds >= 0 && seconds <= longest)
  ) {
    return err({ code: 'invalid', message: 'This is not a measured time.' })
  }
  return timer.required && running !== null
    ? err({ code: 'required', message: `Stop ${timer.title} first.` })
    : ok({ startedAt: started, runningSince: running, seconds })
}
