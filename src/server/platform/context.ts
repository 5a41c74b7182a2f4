import type { Installation } from '#domain/otp/sender-route.ts'
import type { Clock } from '#domain/shared/clock.ts'
import type { Database } from './db/database.ts'

/** What every service needs of its surroundings. */
export interface Context {
  db: Database
  clock: Clock
  /** What this installation has to send by. */
  installation: Installation
  /** A new id, sortable by time (UUIDv7). */
  newId(): string
}
