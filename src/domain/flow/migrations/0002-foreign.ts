import type { DocumentMigration, JsonObject } from './document-migration.ts'

const withForeign = (part: JsonObject): JsonObject =>
  'foreign' in part ? part : { ...part, foreign: {} }

/** Version 2: what an import brought along and means nothing here is kept in `foreign`. */
export const foreignMigration: DocumentMigration = {
  version: 2,
  settings: withForeign,
  page: withForeign,
  component: withForeign,
}
