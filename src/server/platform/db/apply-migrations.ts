import { sql } from 'drizzle-orm'
import type { MigrationMeta } from 'drizzle-orm/migrator'
import type { Database } from './database.ts'

/** The migrations as data, so that a browser, which has no files, can apply the very same ones. */
export type Migration = MigrationMeta

/** What drizzle's own migrators call once they have read their files. */
interface MigratingDatabase {
  dialect: { migrate(migrations: Migration[], session: unknown, config: object): Promise<void> }
  session: unknown
}

/** Brings a database up to date, in one transaction; does nothing where it is already. */
export const applyMigrations = async (db: Database, migrations: Migration[]): Promise<void> => {
  const { dialect, session } = db as unknown as MigratingDatabase
  await dialect.migrate(migrations, session, {})
}

/** Whether every migration has been applied. */
export const isMigrated = async (db: Database, migrations: Migration[]): Promise<boolean> => {
  const newest = migrations.at(-1)?.folderMillis ?? 0
  const result = await db.execute(
    sql`select max(created_at)::text as newest from drizzle.__drizzle_migrations`,
  )
  const [row] = (result as { rows: { newest: string | null }[] }).rows
  return Number(row?.newest) >= newest
}
