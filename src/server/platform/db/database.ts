import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Bus } from '../bus.ts'

/**
 * A handle to query with: the database, or the transaction that is under way. Repositories take it as
 * their first argument, because on the embedded database a query past an open transaction would wait
 * for ever.
 */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>

/** An open, migrated database. */
export interface OpenDatabase {
  db: Database
  kind: 'embedded' | 'postgres'
  /** Reaches every process on this database. */
  bus: Bus
  close(): Promise<void>
}
