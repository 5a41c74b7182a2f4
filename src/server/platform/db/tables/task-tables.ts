import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import type { AnswerValue } from '#domain/components/answer.ts'
import { organizations, users } from './auth-tables.ts'
import { bytes, id, instant, json } from './columns.ts'
import { flowVersions } from './flow-tables.ts'

/** A task: one run of one version of a flow. */
export const tasks = pgTable(
  'tasks',
  {
    id: id(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    flowId: text('flow_id').notNull(),
    flowVersion: integer('flow_version').notNull(),
    status: text('status', { enum: ['unassigned', 'ongoing', 'done'] }).notNull(),
    assigneeId: text('assignee_id').references(() => users.id),
    /** The first answers of the Initial Page, to recognise the task by. */
    summary: text('summary').notNull().default(''),
    currentPageId: text('current_page_id'),
    trail: jsonb('trail').$type<string[]>().notNull().default([]),
    startTime: instant('start_time'),
    endTime: instant('end_time'),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    doneAt: instant('done_at'),
  },
  (table) => [
    foreignKey({
      columns: [table.flowId, table.flowVersion],
      foreignColumns: [flowVersions.flowId, flowVersions.version],
    }),
    index('tasks_organization_created').on(table.organizationId, table.createdAt),
    index('tasks_assignee').on(table.assigneeId, table.status),
    check('tasks_done_at', sql`(${table.status} = 'done') = (${table.doneAt} is not null)`),
  ],
)

/** One answer of a task. An OTP's is written by its verification alone. */
export const taskAnswers = pgTable(
  'task_answers',
  {
    taskId: text('task_id')
      .notNull()
      .references(() => tasks.id, { onDelete: 'cascade' }),
    componentId: text('component_id').notNull(),
    value: json('value').$type<AnswerValue>().notNull(),
    answeredBy: text('answered_by')
      .notNull()
      .references(() => users.id),
    answeredAt: instant('answered_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.taskId, table.componentId] })],
)

/** A file that an answer names. Its id is the sender's, and so its own in the organisation only. */
export const answerFiles = pgTable(
  'answer_files',
  {
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    /** Null until the task is made whose Initial Page it was taken for. */
    taskId: text('task_id').references(() => tasks.id, { onDelete: 'cascade' }),
    componentId: text('component_id').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer('size').notNull(),
    content: bytes('content').notNull(),
    storedBy: text('stored_by')
      .notNull()
      .references(() => users.id),
    storedAt: instant('stored_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index('answer_files_task').on(table.taskId),
    index('answer_files_unclaimed')
      .on(table.organizationId, table.storedAt)
      .where(sql`${table.taskId} is null`),
  ],
)
