import { z } from 'zod'
import { flowDocumentSchema } from '#domain/flow/flow-schema.ts'
import { trimmedText } from '#domain/shared/text-schema.ts'
import { flowSchema } from './flow-contract.ts'

/** The formats of flow files: our own, and MileApp's flow JSON. */
export const flowFormats = ['sandi', 'mileapp'] as const

const interchangeNoteSchema = z
  .object({
    /** `kept`: as it is, written back on export. `changed`: not as it was. `left`: not in the file's format. */
    kind: z.enum(['kept', 'changed', 'left']),
    path: z.string(),
    title: z.string().nullable(),
    message: z.string(),
  })
  .meta({ id: 'InterchangeNote' })

/** A flow that a file holds: how it would be stored, or why it can't be. */
const foundFlowSchema = z
  .object({
    /** Where in the file, for example `flows.data.0`; empty when the file is the flow. */
    path: z.string(),
    format: z.enum(flowFormats),
    /** A free name: its own, with a number where that is taken. */
    name: z.string(),
    document: flowDocumentSchema.nullable(),
    notes: z.array(interchangeNoteSchema),
    errors: z.array(z.object({ path: z.string(), message: z.string() })),
  })
  .meta({ id: 'FoundFlow' })

export const foundFlowsSchema = z.object({ flows: z.array(foundFlowSchema) })

export const importFlowQuery = z.object({
  /** Which flow of the file, by its path; needed when there are several. */
  flow: z.string().max(1_000).optional(),
  /** Must be free. Without one, the flow's own is used, with a number where it is taken. */
  name: trimmedText(1, 100).optional(),
})

/** A file whose content takes the place of a flow's. */
export const importOntoQuery = z.object({
  flow: importFlowQuery.shape.flow,
  /** Only says what would change; nothing is stored. */
  dryRun: z.enum(['true', 'false']).default('false'),
})

const changeKind = z.enum(['added', 'removed', 'moved', 'changed'])

/** The differences of one page in words, or those of the flow itself (`pageId` null). */
const differenceGroupSchema = z
  .object({
    pageId: z.string().nullable(),
    title: z.string(),
    kind: changeKind,
    lines: z.array(
      z.object({
        kind: changeKind,
        componentId: z.string().nullable(),
        /** The title of the component, where the text does not say it. */
        subject: z.string().nullable(),
        text: z.string(),
      }),
    ),
  })
  .meta({ id: 'FlowDifference' })

export const importedOntoSchema = z
  .object({
    /** The flow's revision: the one that was compared on a dry run, else the one that was made. */
    revision: z.int(),
    difference: z.array(differenceGroupSchema),
    notes: z.array(interchangeNoteSchema),
  })
  .meta({ id: 'ImportedOnto' })

export const importedFlowSchema = z.object({
  flow: flowSchema,
  notes: z.array(interchangeNoteSchema),
})

export const exportFlowQuery = z.object({ format: z.enum(flowFormats).default('sandi') })

export type FoundFlows = z.infer<typeof foundFlowsSchema>
export type ImportedOnto = z.infer<typeof importedOntoSchema>
export type ImportedFlow = z.infer<typeof importedFlowSchema>
