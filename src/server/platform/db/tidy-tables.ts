import type { PGlite } from '@electric-sql/pglite'
import { second } from '#domain/shared/clock.ts'

const pollInterval = 10 * second

/** PostgreSQL's own thresholds: a tenth of a table has changed, or a fifth of it is dead. */
const findUntidy = `
  select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
  where n_mod_since_analyze > 50 + 0.1 * n_live_tup or n_dead_tup > 50 + 0.2 * n_live_tup`

/** Vacuums and analyses the tables that have changed much since the last time. */
export const tidyTables = async (pglite: PGlite): Promise<void> => {
  const { rows } = await pglite.query<{ name: string }>(findUntidy)
  for (const { name } of rows) await pglite.exec(`vacuum analyze ${name}`)
}

/**
 * Stands in for autovacuum, which PGlite does not have. Without statistics of what a table has grown
 * to, queries read all of an organisation or a worker instead of one row. Answers how to stop.
 */
export const tidyRegularly = (pglite: PGlite): (() => void) => {
  const timer = setInterval(() => {
    // What fails, because the database is being closed, is done after the next start.
    if (!pglite.closed) tidyTables(pglite).catch(() => undefined)
  }, pollInterval)
  timer.unref()
  return () => clearInterval(timer)
}
