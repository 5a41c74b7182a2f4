import type { DocumentMigration } from './document-migration.ts'

/** Version 4: the title of a component has no blanks at its ends, as that of a page; blanks are no title. */
export const trimmedTitlesMigration: DocumentMigration = {
  version: 4,
  settings: (settings) => settings,
  page: (page) => page,
  component: (component) =>
    typeof component.title === 'string'
      ? { ...component, title: component.title.trim() || 'Untitled' }
      : component,
}
