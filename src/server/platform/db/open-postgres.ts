import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { applyMigrations, type Migration } from './apply-migrations.ts'
import type { Database, OpenDatabase } from './database.ts'
import { guardTransactions } from './guard-transactions.ts'
import { openPostgresBus } from './open-postgres-bus.ts'
import { readMigrations } from './read-migrations.ts'

/** Any number that nobody else takes: two processes that start at once migrate one after the other. */
const migrationLock = 7_305_241

const migrateAlone = async (pool: pg.Pool, db: Database, migrations: Migration[]) => {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await applyMigrations(db, migrations)
  } finally {
    // Closing the connection frees the lock, whatever went wrong.
    client.release(true)
  }
}

/** Opens a PostgreSQL database and brings it up to date. Throws when the server can't be reached. */
export const openPostgres = async (url: string): Promise<OpenDatabase> => {
  const pool = new pg.Pool({ connectionString: url, max: 20, connectionTimeoutMillis: 10_000 })
  // An idle connection that breaks is replaced; without a listener it would end the process.
  pool.on('error', () => undefined)
  // The type that both drivers share: theirs differ in what a raw result is.
  const db = drizzle({ client: pool }) as unknown as Database
  try {
    await migrateAlone(pool, db, readMigrations())
    const bus = await openPostgresBus(url)
    guardTransactions(db)
    return { db, kind: 'postgres', bus, close: () => bus.close().then(() => pool.end()) }
  } catch (error) {
    await pool.end()
    throw error
  }
}
