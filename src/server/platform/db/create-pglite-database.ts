import type { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import type { Database } from './database.ts'
import { prepareStatements } from './prepare-statements.ts'

/**
 * A handle on PGlite, wherever that keeps its data: a folder, memory, or a browser's IndexedDB. Of the
 * type that both drivers share: theirs differ in what a raw result is.
 */
export const createPgliteDatabase = (client: PGlite): Database =>
  drizzle({ client: prepareStatements(client) }) as unknown as Database
