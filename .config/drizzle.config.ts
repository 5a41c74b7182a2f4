import { defineConfig } from 'drizzle-kit'

/** `npm run db:generate` writes a migration from what the tables have changed. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/server/platform/db/tables/*-tables.ts',
  out: './src/server/platform/db/migrations',
})
