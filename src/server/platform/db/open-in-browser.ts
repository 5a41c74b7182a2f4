import { PGlite } from '@electric-sql/pglite'
import { createPgliteDatabase } from './create-pglite-database.ts'
import type { Database } from './database.ts'

/** Opens, or creates, a database in the IndexedDB of this browser. */
export const openInBrowser = async (name: string): Promise<Database> =>
  createPgliteDatabase(await PGlite.create({ dataDir: `idb://${name}` }))
