/**
 * What became of something on its way into or out of another format.
 * `kept`: as it is, to be written back. `changed`: not as it was. `left`: not said in the file's format.
 */
export interface InterchangeNote {
  kind: 'kept' | 'changed' | 'left'
  /** Where in the file, or in the document: `pages.1.components.0`; empty for the flow itself. */
  path: string
  /** The title of the page or component, where it has one. */
  title: string | null
  message: string
}
