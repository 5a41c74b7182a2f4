import type { FlowDocument } from '../flow-schema.ts'
import type { InterchangeNote } from './interchange-note.ts'

/** A flow that was read from a file, and what became of its parts on the way. */
export interface ReadFlow {
  document: FlowDocument
  notes: InterchangeNote[]
}
