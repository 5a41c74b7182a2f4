import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { applyMigrations } from '#server/platform/db/apply-migrations.ts'
import { createPgliteDatabase } from '#server/platform/db/create-pglite-database.ts'
import type { Database } from '#server/platform/db/database.ts'
import { guardTransactions } from '#server/platform/db/guard-transactions.ts'
import { readMigrations } from '#server/platform/db/read-migrations.ts'

const cache = fileURLToPath(new URL('../../.cache', import.meta.url))

/** A database for one test file. */
export interface TestDatabase {
  db: Database
  close(): Promise<void>
}

/** Making and migrating a cluster takes seconds, so one is kept; other migrations, another file. */
const findSnapshot = async (): Promise<Blob> => {
  const migrations = readMigrations()
  const key = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16)
  const path = join(cache, `migrated-${key}.tar`)
  if (!existsSync(path)) {
    const pglite = await PGlite.create()
    await applyMigrations(createPgliteDatabase(pglite), migrations)
    const dump = await pglite.dumpDataDir('none')
    await pglite.close()
    mkdirSync(cache, { recursive: true })
    // Two test files may come here at once: a rename is whole or not at all.
    const draft = `${path}.${process.pid}`
    writeFileSync(draft, Buffer.from(await dump.arrayBuffer()))
    renameSync(draft, path)
  }
  // Read at once: a blob on the file can't be read any more when another one takes its place.
  return new Blob([readFileSync(path)])
}

/** A fresh, migrated PGlite database in memory. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const pglite = await PGlite.create({ loadDataDir: await findSnapshot() })
  const db = createPgliteDatabase(pglite)
  guardTransactions(db)
  return { db, close: () => pglite.close() }
}
