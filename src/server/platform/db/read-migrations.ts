import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Migration } from './apply-migrations.ts'

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** Reads the migrations that drizzle-kit wrote, oldest first. */
export const readMigrations = (): Migration[] => readMigrationFiles({ migrationsFolder })
