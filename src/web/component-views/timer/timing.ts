import type { TimerAnswer } from '#domain/components/answer.ts'

const toIso = (now: number) => new Date(now).toISOString()

/** How much time was measured up to now, in seconds. */
export const measure = ({ runningSince, seconds }: TimerAnswer, now: number): number =>
  runningSince === null ? seconds : seconds + Math.max(0, now - Date.parse(runningSince)) / 1_000

/** Starts a time, or lets it go on. `now` in ms since the epoch. */
export const start = (timing: TimerAnswer | undefined, now: number): TimerAnswer =>
  timing === undefined
    ? { startedAt: toIso(now), runningSince: toIso(now), seconds: 0 }
    : { ...timing, runningSince: toIso(now) }

/** Stops a time that runs. */
export const stop = (timing: TimerAnswer, now: number): TimerAnswer => ({
  ...timing,
  runningSince: null,
  seconds: Math.round(measure(timing, now) * 1_000) / 1_000,
})

/** "1:05", "2:03:09". */
export const formatTiming = (seconds: number): string => {
  const whole = Math.floor(seconds)
  const parts = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown
    .map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':')
}
