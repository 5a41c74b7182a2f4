import { z } from 'zod'
import { flowNameSchema } from '#domain/flow/flow-name.ts'
import { flowDocumentSchema } from '#domain/flow/flow-schema.ts'
import { operationSchema } from '#domain/flow/operation-schema.ts'
import { problemSchema } from '#domain/flow/problem.ts'
import { idSchema } from '#domain/shared/identifier-schema.ts'
import { safeText } from '#domain/shared/text-schema.ts'
import { jsonValue, listQuery, timestamp } from './list-schema.ts'

export const flowStates = ['draft', 'published', 'changed'] as const

/** A flow in a list. `changed`: published, and edited since. */
export const flowSummarySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.enum(flowStates),
    revision: z.int(),
    publishedVersion: z.int().nullable(),
    pageCount: z.int(),
    componentCount: z.int(),
    updatedAt: timestamp,
    updatedBy: z.string(),
  })
  .meta({ id: 'FlowSummary' })

/** A flow with its document. */
export const flowSchema = flowSummarySchema
  .extend({ document: flowDocumentSchema })
  .meta({ id: 'Flow' })

export const flowListQuery = z.object({
  ...listQuery,
  search: safeText.max(100).optional(),
  state: z.enum(flowStates).optional(),
})

export const createFlowSchema = z.strictObject({
  /** Must be free. Without one, the document's own is used, with a number where it is taken. */
  name: flowNameSchema.optional(),
  /** The id of a template: one that everybody has, or the organisation's own. */
  template: idSchema.optional(),
  document: z.unknown().optional(),
})

/** An operation under the id that makes sending it again harmless. */
export const sentOperationSchema = z.strictObject({ id: idSchema, operation: operationSchema })

export const saveOperationsSchema = z.strictObject({
  /** The revision that the sender has seen. */
  baseRevision: z.int().min(0),
  /** The tab or program that sends: its own earlier operations are never in conflict with it. */
  clientId: idSchema,
  operations: z.array(sentOperationSchema).min(1).max(500),
})

/** An operation that was not applied, and why. `theirs` and `mine` are the values of a setting. */
export const conflictSchema = z
  .object({
    operationId: z.string(),
    code: z.enum(['changed-by-other', 'target-gone', 'id-taken', 'not-allowed', 'invalid']),
    message: z.string(),
    setting: z.string(),
    mine: jsonValue,
    theirs: jsonValue,
    by: z.string().nullable(),
  })
  .meta({ id: 'Conflict' })

export const savedSchema = z
  .object({
    revision: z.int(),
    /** What is in the document now, replays included, and the revision that it made. */
    applied: z.array(z.object({ id: z.string(), revision: z.int() })),
    conflicts: z.array(conflictSchema),
    /** What others did since the base, in order: to be applied before the sender's own. */
    others: z.array(z.object({ revision: z.int(), operation: operationSchema })),
  })
  .meta({ id: 'Saved' })

export const problemListSchema = z.object({ problems: z.array(problemSchema) })

export const flowVersionSchema = z
  .object({
    version: z.int(),
    revision: z.int(),
    /** What its author calls it, and says about it; may be empty. */
    name: z.string(),
    note: z.string(),
    publishedAt: timestamp,
    publishedBy: z.string(),
  })
  .meta({ id: 'FlowVersion' })

export type FlowSummary = z.infer<typeof flowSummarySchema>
export type Flow = z.infer<typeof flowSchema>
export type Conflict = z.infer<typeof conflictSchema>
export type Saved = z.infer<typeof savedSchema>
export type SentOperation = z.infer<typeof sentOperationSchema>
export type FlowVersion = z.infer<typeof flowVersionSchema>
