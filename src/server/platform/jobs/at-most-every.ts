import type { Clock } from '#domain/shared/clock.ts'
import type { Chore } from './outbox-worker.ts'

/** A chore that is done only where it was not done for some time, in milliseconds, in this process. */
export const atMostEvery = (clock: Clock, interval: number, work: Chore): Chore => {
  let doneAt = Number.NEGATIVE_INFINITY
  return async () => {
    const now = clock.now()
    if (now - doneAt < interval) return
    doneAt = now
    await work()
  }
}
