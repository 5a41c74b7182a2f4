import type { Actor } from '../actor.ts'
import type { Logger } from '../logger.ts'

/** What a request carries through the app, besides itself. */
export interface ApiEnvironment {
  Variables: {
    /** Set behind `requireRole`, which every route has that is not public. */
    actor: Actor
    requestId: string
    logger: Logger
  }
}
