/** A JSON object whose shape is not known. */
export type JsonObject = Record<string, unknown>

/** What a later version changes of the parts of a flow, so that documents and the log are lifted alike. */
export interface DocumentMigration {
  /** The version that it makes. */
  version: number
  settings(settings: JsonObject): JsonObject
  page(page: JsonObject): JsonObject
  component(component: JsonObject): JsonObject
  /** Settings of a component that an operation of the log sets; absent where nothing is to be done. */
  changes?(changes: JsonObject): JsonObject
}
