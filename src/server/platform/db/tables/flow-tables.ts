import { sql } from 'drizzle-orm'
import {
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { liftStoredDocument, liftStoredOperation } from '#domain/flow/migrations/lift-document.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import { organizations, users } from './auth-tables.ts'
import { id, instant } from './columns.ts'

const organizationId = () =>
  text('organization_id')
    .notNull()
    .references(() => organizations.id, { onDelete: 'cascade' })

/** A document, lifted to the present shape as it is read: what older versions wrote stays as it is. */
export const flowDocument = customType<{ data: FlowDocument; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (document) => JSON.stringify(document),
  fromDriver: liftStoredDocument,
})

const flowOperation = customType<{ data: Operation; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (operation) => JSON.stringify(operation),
  fromDriver: liftStoredOperation,
})

/** A flow. `revision` counts the operations that were ever applied. */
export const flows = pgTable(
  'flows',
  {
    id: id(),
    organizationId: organizationId(),
    /** Copy of the document's name and sizes, for lists. */
    name: text('name').notNull(),
    pageCount: integer('page_count').notNull(),
    componentCount: integer('component_count').notNull(),
    document: flowDocument('document').notNull(),
    revision: integer('revision').notNull().default(0),
    /** The revision that the document is at, where it lags behind; the log has the rest. */
    documentRevision: integer('document_revision'),
    publishedVersion: integer('published_version'),
    publishedRevision: integer('published_revision'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: text('updated_by')
      .notNull()
      .references(() => users.id),
    /** In the trash since then. */
    deletedAt: instant('deleted_at'),
    deletedBy: text('deleted_by').references(() => users.id),
    /** Deleted for good since then: what is left is what tasks were made from. */
    purgedAt: instant('purged_at'),
  },
  (table) => [
    index('flows_organization_updated').on(table.organizationId, table.updatedAt),
    uniqueIndex('flows_name')
      .on(table.organizationId, sql`lower(${table.name})`)
      .where(sql`${table.deletedAt} is null`),
  ],
)

/** Every operation that was applied: what merging, the audit trail and Version History read. */
export const flowOperations = pgTable(
  'flow_operations',
  {
    flowId: text('flow_id')
      .notNull()
      .references(() => flows.id, { onDelete: 'cascade' }),
    /** The revision that the operation made. */
    revision: integer('revision').notNull(),
    operationId: text('operation_id').notNull(),
    clientId: text('client_id').notNull(),
    operation: flowOperation('operation').notNull(),
    /** The operation in words, which needs the flow as it was then. */
    text: text('text').notNull().default(''),
    subject: text('subject'),
    actorId: text('actor_id')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.flowId, table.revision] }),
    uniqueIndex('flow_operations_operation_id').on(table.flowId, table.operationId),
  ],
)

/** What was published: numbered, never changed. */
export const flowVersions = pgTable(
  'flow_versions',
  {
    flowId: text('flow_id')
      .notNull()
      .references(() => flows.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    revision: integer('revision').notNull(),
    document: flowDocument('document').notNull(),
    name: text('name').notNull().default(''),
    note: text('note').notNull().default(''),
    publishedBy: text('published_by')
      .notNull()
      .references(() => users.id),
    publishedAt: instant('published_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.flowId, table.version] })],
)
