import type { DocumentMigration } from './document-migration.ts'

/**
 * Version 3: when the backup channel is used, and the language of the messages. Older flows did
 * without either, so they get what a new flow begins with.
 */
export const backupAndLanguageMigration: DocumentMigration = {
  version: 3,
  settings: (settings) => ({ language: 'en', ...settings }),
  page: (page) => page,
  component: (component) =>
    component.type === 'otp'
      ? { backupAutomatic: false, backupAfterSeconds: 60, ...component }
      : component,
}
