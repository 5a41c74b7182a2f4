import { PGlite } from '@electric-sql/pglite'
import { createPgliteDatabase } from './create-pglite-database.ts'
import type { Database } from './database.ts'

/** A database that lives in a browser. */
export interface BrowserDatabase {
  db: Database
  /**
   * Resolves once all that was committed is in IndexedDB. PGlite itself waits for that too, but not
   * when another query is just about to do so: a reload could then lose what was acknowledged.
   */
  persist(): Promise<void>
}

/** Opens, or creates, a database in the IndexedDB of this browser. */
export const openInBrowser = async (name: string): Promise<BrowserDatabase> => {
  const client = await PGlite.create({ dataDir: `idb://${name}` })
  return {
    db: createPgliteDatabase(client),
    persist: () => client.runExclusive(async () => client.fs?.syncToFs(false)),
  }
}
