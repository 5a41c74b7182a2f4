import type { DocumentMigration, JsonObject } from './document-migration.ts'

const trimTitle = (part: JsonObject): JsonObject =>
  typeof part.title === 'string' ? { ...part, title: part.title.trim() || 'Untitled' } : part

/** Version 4: the title of a component has no blanks at its ends, as that of a page; blanks are no title. */
export const trimmedTitlesMigration: DocumentMigration = {
  version: 4,
  settings: (settings) => settings,
  page: (page) => page,
  component: trimTitle,
  changes: trimTitle,
}
