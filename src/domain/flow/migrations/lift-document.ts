import { currentSchemaVersion, type FlowDocument } from '../flow-schema.ts'
import type { Operation } from '../operation-schema.ts'
import { foreignMigration } from './0002-foreign.ts'
import { backupAndLanguageMigration } from './0003-backup-and-language.ts'
import { trimmedTitlesMigration } from './0004-trimmed-titles.ts'
import type { DocumentMigration, JsonObject } from './document-migration.ts'

/** In order; the last one makes the current version. */
const migrations: readonly DocumentMigration[] = [
  foreignMigration,
  backupAndLanguageMigration,
  trimmedTitlesMigration,
]

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lifts the parts that are there; what is not of the expected shape is left for the schema to refuse. */
const liftObject = (value: unknown, lift: (value: JsonObject) => JsonObject): unknown =>
  isObject(value) ? lift(value) : value

const liftList = (value: unknown, lift: (value: JsonObject) => JsonObject): unknown =>
  Array.isArray(value) ? value.map((entry) => liftObject(entry, lift)) : value

const liftPage =
  (migration: DocumentMigration) =>
  (page: JsonObject): JsonObject => {
    const { components, ...rest } = migration.page(page)
    return { ...rest, components: liftList(components, migration.component) }
  }

/**
 * Lifts a document that an older version of this code wrote to the present shape; one without a version
 * counts as the first. A newer one, or what is no document at all, is returned as it is.
 */
export const liftDocument = (document: unknown): unknown => {
  if (!isObject(document)) return document
  const { schemaVersion = 1 } = document
  if (typeof schemaVersion !== 'number' || schemaVersion >= currentSchemaVersion) return document
  let lifted = document
  for (const migration of migrations.filter(({ version }) => version > schemaVersion)) {
    lifted = {
      ...lifted,
      schemaVersion: migration.version,
      settings: liftObject(lifted.settings, migration.settings),
      pages: liftList(lifted.pages, liftPage(migration)),
    }
  }
  return lifted
}

/** A document that was stored by this code, now or earlier. */
export const liftStoredDocument = (document: unknown): FlowDocument =>
  liftDocument(document) as FlowDocument

/** How the parts of a flow are lifted that operations and copies name by these keys. */
const partLifts: Readonly<
  Record<string, (value: unknown, migration: DocumentMigration) => unknown>
> = {
  page: (value, migration) => liftObject(value, liftPage(migration)),
  pages: (value, migration) => liftList(value, liftPage(migration)),
  component: (value, { component }) => liftObject(value, component),
  components: (value, { component }) => liftList(value, component),
  operations: (value, migration) => liftList(value, (part) => liftPartsOnce(part, migration)),
}

const liftPartsOnce = (whole: JsonObject, migration: DocumentMigration): JsonObject =>
  Object.fromEntries(
    Object.entries(whole).map(([key, value]) => {
      const isSetting = key === 'changes' && whole.type === 'component.update'
      if (isSetting && migration.changes) return [key, liftObject(value, migration.changes)]
      return [key, partLifts[key]?.(value, migration) ?? value]
    }),
  )

/** What holds pages and components of any earlier version, and does not say of which. */
export const liftParts = (whole: unknown): unknown =>
  migrations.reduce(
    (lifted, migration) => liftObject(lifted, (parts) => liftPartsOnce(parts, migration)),
    whole,
  )

/** An operation of the log, whose pages and components may be of any earlier version. */
export const liftStoredOperation = (operation: unknown): Operation =>
  liftParts(operation) as Operation
