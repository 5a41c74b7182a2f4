import type { Channel } from '#domain/otp/channel.ts'
import type { Clock } from '#domain/shared/clock.ts'
import type { Database } from './db/database.ts'

/** What every service needs of its surroundings. */
export interface Context {
  db: Database
  clock: Clock
  /** The channels that this installation has a sender for. */
  readyChannels: readonly Channel[]
  /** A new id, sortable by time (UUIDv7). */
  newId(): string
}
