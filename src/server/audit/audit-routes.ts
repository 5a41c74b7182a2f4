import { createRoute } from '@hono/zod-openapi'
import { auditCsvQuery, auditEntrySchema, auditQuery } from '#contract/audit-list-contract.ts'
import { listOf } from '#contract/list-schema.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond } from '#server/platform/http/respond.ts'
import { csvResponses, respondCsv, toStream } from '#server/platform/http/respond-csv.ts'
import { jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import { listAudit, writeAuditCsv } from './audit-list-service.ts'

const middleware = requireRole('owner', 'admin')
const tags = ['Audit']

const list = createRoute({
  method: 'get',
  path: '/audit',
  tags,
  summary: 'Who did what beside editing flows, newest first',
  middleware,
  request: { query: auditQuery },
  responses: { 200: jsonContent(listOf(auditEntrySchema), 'Entries'), ...problemResponses },
})

const csv = createRoute({
  method: 'get',
  path: '/audit.csv',
  tags,
  summary: 'The same entries, all of them, as a table for spreadsheets',
  middleware,
  request: { query: auditCsvQuery },
  responses: csvResponses,
})

/** The audit trail, to be read. */
export const createAuditRoutes = (context: Context) =>
  createRouter()
    .openapi(list, async (c) =>
      respond(c, await listAudit(context, c.var.actor, c.req.valid('query'))),
    )
    .openapi(csv, (c) =>
      respondCsv(c, 'audit', toStream(writeAuditCsv(context, c.var.actor, c.req.valid('query')))),
    )
