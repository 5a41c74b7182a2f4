import { sql } from 'drizzle-orm'
import { type AnyPgColumn, bigint, customType, text, timestamp } from 'drizzle-orm/pg-core'
import { fromBase64, toBase64 } from '../base64.ts'

/** A point in time; the app reads and writes `Date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/** Credit in millionths. */
export const creditsMicro = (name: string) => bigint(name, { mode: 'bigint' })

/** JSON as it is. Drizzle's own column reads what it got once more: the text "10" became a number. */
export const json = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value,
})

/** Bytes. They travel as base64: PGlite's own way takes seconds for megabytes. Read by `readBytes`. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => sql`decode(${toBase64(value)}, 'base64')`,
})

/** Selects a column of bytes. */
export const readBytes = (column: AnyPgColumn) =>
  sql<string>`encode(${column}, 'base64')`.mapWith(fromBase64)

/** An id that the app makes. */
export const id = () => text('id').primaryKey()
