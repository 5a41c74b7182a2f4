import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Takes the data directory for this process alone. PGlite itself has no lock and two processes would
 * corrupt the data. An exclusive SQLite transaction is freed by the system even after `kill -9`.
 *
 * Throws `DataDirectoryInUse` when another process has it.
 */
export const lockDataDirectory = (directory: string): (() => void) => {
  const lock = new DatabaseSync(join(directory, 'lock'), { timeout: 0 })
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    lock.close()
    if (error instanceof Error && /locked/.test(error.message)) {
      throw new DataDirectoryInUse(directory)
    }
    throw error
  }
  return () => lock.close()
}

/** Another process has the embedded database open. */
class DataDirectoryInUse extends Error {
  constructor(directory: string) {
    super(
      `The data directory ${directory} is in use by another Sandi process. ` +
        'Stop that one, choose another DATA_DIR, or use PostgreSQL by DATABASE_URL.',
    )
  }
}
