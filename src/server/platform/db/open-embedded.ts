import { fdatasyncSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { createLocalBus } from '../bus.ts'
import { applyMigrations } from './apply-migrations.ts'
import { createPgliteDatabase } from './create-pglite-database.ts'
import type { OpenDatabase } from './database.ts'
import { guardTransactions } from './guard-transactions.ts'
import { lockDataDirectory } from './lock-data-directory.ts'
import { readMigrations } from './read-migrations.ts'
import { tidyRegularly } from './tidy-tables.ts'

/** PGlite leaves fsync out; PostgreSQL's own setting is put back. */
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
]

interface NodeFileStream {
  nfd: number
}

/** A part of PGlite's Emscripten module that its types leave out. */
interface ModuleWithNodeFiles {
  NODEFS: { stream_ops: { fsync?: (stream: NodeFileStream) => number } }
}

/** What PostgreSQL asks to be on disk really goes there: PGlite's file system forgets to. */
const syncForReal = (pglite: PGlite, sync: (file: number) => void): void => {
  const { NODEFS } = pglite.Module as unknown as ModuleWithNodeFiles
  NODEFS.stream_ops.fsync = ({ nfd }) => {
    sync(nfd)
    return 0
  }
}

/**
 * Opens the embedded database in a folder and brings it up to date. `sync` is what writes a file
 * through to the disk. Throws `DataDirectoryInUse` when another process has the folder.
 */
export const openEmbedded = async (
  dataDirectory: string,
  sync: (file: number) => void = fdatasyncSync,
): Promise<OpenDatabase> => {
  mkdirSync(dataDirectory, { recursive: true })
  const unlock = lockDataDirectory(dataDirectory)
  try {
    const pglite = await PGlite.create({ dataDir: join(dataDirectory, 'postgres'), startParams })
    syncForReal(pglite, sync)
    const db = createPgliteDatabase(pglite)
    await applyMigrations(db, readMigrations())
    guardTransactions(db)
    const stopTidying = tidyRegularly(pglite)
    return {
      db,
      kind: 'embedded',
      bus: createLocalBus(),
      async close() {
        stopTidying()
        await pglite.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}
