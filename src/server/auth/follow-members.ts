import type { Bus } from '#server/platform/bus.ts'
import type { SessionActors } from './session-actors.ts'

const message = JSON.stringify({ kind: 'members-changed' })

/**
 * Makes every process on the database forget whom it knows by a session when a role or a membership
 * changes. Answers how to say that.
 */
export const followMembers = (bus: Bus, actors: SessionActors): (() => void) => {
  bus.subscribe({
    onMessage: (text) => {
      if (text === message) actors.forget()
    },
    onGap: actors.forget,
  })
  return () => {
    // Here at once, elsewhere as soon as it is heard.
    actors.forget()
    bus.publish(message)
  }
}
