import { z } from 'zod'
import { flowDocumentSchema } from '#domain/flow/flow-schema.ts'
import { safeText } from '#domain/shared/text-schema.ts'
import { jsonValue, listQuery, timestamp } from './list-schema.ts'

export const taskStatuses = ['unassigned', 'ongoing', 'done'] as const

const answersSchema = z.record(z.string().max(64), jsonValue)

export const taskSummarySchema = z
  .object({
    id: z.string(),
    flowId: z.string(),
    flowName: z.string(),
    flowVersion: z.int(),
    status: z.enum(taskStatuses),
    assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
    /** The first answers of the Initial Page, to recognise the task by. */
    summary: z.string(),
    startTime: timestamp.nullable(),
    endTime: timestamp.nullable(),
    createdAt: timestamp,
    doneAt: timestamp.nullable(),
  })
  .meta({ id: 'TaskSummary' })

export const taskSchema = taskSummarySchema
  .extend({
    document: flowDocumentSchema,
    answers: answersSchema,
    /** Where the worker is; null before the start. */
    currentPageId: z.string().nullable(),
    /** The Mobile App Pages that were walked, once the task is done. */
    trail: z.array(z.string()),
  })
  .meta({ id: 'Task' })

export const taskListQuery = z.object({
  ...listQuery,
  status: z.enum(taskStatuses).optional(),
  flowId: z.string().max(64).optional(),
  search: safeText.max(100).optional(),
})

export const createTaskSchema = z.strictObject({
  flowId: z.string().max(64),
  /** Answers of the Initial Page, by component id. */
  answers: answersSchema.default({}),
  assigneeId: z.string().max(64).nullable().default(null),
  startTime: timestamp.nullable().default(null),
  endTime: timestamp.nullable().default(null),
})

export const assignTaskSchema = z.strictObject({ assigneeId: z.string().max(64).nullable() })

/** What the worker has filled in so far. Null takes an answer back. OTP answers are refused. */
export const saveAnswersSchema = z.strictObject({
  answers: answersSchema,
  currentPageId: z.string().max(64).optional(),
})

/** Members to whom a task can be assigned. */
export const assigneeSchema = z
  .object({ id: z.string(), name: z.string(), email: z.string() })
  .meta({ id: 'Assignee' })

export type TaskSummary = z.infer<typeof taskSummarySchema>
export type Task = z.infer<typeof taskSchema>
export type Assignee = z.infer<typeof assigneeSchema>
