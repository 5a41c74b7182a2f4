import type { Clock } from '#domain/shared/clock.ts'

/** The time of the machine. */
export const systemClock: Clock = { now: () => Date.now() }
