import { bigint, text, timestamp } from 'drizzle-orm/pg-core'

/** A point in time; the app reads and writes `Date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/** Credit in millionths. */
export const creditsMicro = (name: string) => bigint(name, { mode: 'bigint' })

/** An id that the app makes. */
export const id = () => text('id').primaryKey()
