import { type Placeholder, type Query, type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Database } from './database.ts'

/** What a use of a statement says; times as ISO text, big integers as text. */
type Values = Record<string, string | number | null>

/** What drizzle keeps to itself, and its own prepared queries call. */
interface Session {
  prepareQuery(query: Query, ...more: unknown[]): { execute(values: Values): Promise<unknown> }
}

const dialect = new PgDialect()

/**
 * Hand-written SQL for busy places: its text is put together once, not at every use. Where a value
 * belongs that differs from use to use, the text says `${value('name')}`. For the types of results
 * the same holds as for `queryRows`.
 */
export const defineStatement = <Asked extends Values, Row = unknown>(
  write: (value: (name: keyof Asked & string) => Placeholder) => SQL,
) => {
  const query = dialect.sqlToQuery(write((name) => sql.placeholder(name)))
  return async (db: Database, values: Asked): Promise<Row[]> => {
    const { session } = db as unknown as { session: Session }
    const prepared = session.prepareQuery(query, undefined, undefined, false)
    return ((await prepared.execute(values)) as { rows: Row[] }).rows
  }
}
