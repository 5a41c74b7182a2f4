import type { Migration } from '../platform/db/apply-migrations.ts'
import journal from '../platform/db/migrations/meta/_journal.json' with { type: 'json' }

const files = import.meta.glob<string>('../platform/db/migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const readSql = (tag: string): string => {
  const text = files[`../platform/db/migrations/${tag}.sql`]
  if (text === undefined) throw new Error(`migration ${tag} is in the journal only`)
  return text
}

/** The migrations, bundled: the same files that Node reads from its disk, in the same form. */
export const browserMigrations: Migration[] = journal.entries.map(({ tag, when, breakpoints }) => ({
  sql: readSql(tag).split('--> statement-breakpoint'),
  folderMillis: when,
  // drizzle stores it and never reads it again.
  hash: tag,
  bps: breakpoints,
}))
