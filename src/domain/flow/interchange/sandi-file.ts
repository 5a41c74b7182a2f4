import type { FlowDocument } from '../flow-schema.ts'

/** How a file of our own introduces itself. */
export const sandiFormat = 'sandi-flow'

/** A flow as a file of our own: everything that it is. */
export const writeSandiFile = (document: FlowDocument) => ({
  format: sandiFormat,
  schemaVersion: document.schemaVersion,
  name: document.settings.name,
  document,
})
