import type { SQL } from 'drizzle-orm'
import type { Database } from './database.ts'

/**
 * Runs hand-written SQL. The drivers disagree about the types of big integers and times: write
 * `::text` and `epochMs(…)` for those. What the rows are, only the SQL says.
 */
export const queryRows = async <Row>(db: Database, query: SQL): Promise<Row[]> =>
  ((await db.execute(query)) as unknown as { rows: Row[] }).rows
