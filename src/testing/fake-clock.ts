import type { Clock } from '#domain/shared/clock.ts'

/** A clock that stands still until it is told to go on. */
export interface FakeClock extends Clock {
  advance(milliseconds: number): void
}

/** A clock that begins at an instant, by default 22 November 2026, 08:00 UTC. */
export const createFakeClock = (start = Date.UTC(2026, 10, 22, 8)): FakeClock => {
  let now = start
  return {
    now: () => now,
    advance(milliseconds) {
      now += milliseconds
    },
  }
}
