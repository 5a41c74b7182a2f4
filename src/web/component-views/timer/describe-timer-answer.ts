import type { AnswerValue } from '#domain/components/answer.ts'
import { findTiming } from '#domain/components/timer/timer-answer.ts'
import { formatDateTime } from '#web/shared/format-time.ts'
import { formatTiming } from './timing.ts'

/** "12:05, from 23 Nov 2026, 14:30"; of one that runs, since when. */
export const describeTimerAnswer = (value: AnswerValue): string => {
  const timing = findTiming(value)
  if (timing === undefined) return ''
  const { startedAt, runningSince, seconds } = timing
  return runningSince === null
    ? `${formatTiming(seconds)}, from ${formatDateTime(startedAt)}`
    : `Runs since ${formatDateTime(startedAt)}`
}
