import { createRoute } from '@hono/zod-openapi'
import { usageNamesSchema } from '#contract/billing-contract.ts'
import {
  estimateRequestSchema,
  estimateSchema,
  usageQuery,
  usageSchema,
} from '#contract/usage-contract.ts'
import { ok } from '#domain/shared/result.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { toProblemResponse } from '#server/platform/http/problem-response.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond } from '#server/platform/http/respond.ts'
import { csvResponses, respondCsv } from '#server/platform/http/respond-csv.ts'
import { jsonBody, jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import { estimateCost } from './estimate-service.ts'
import { getUsage, getUsageNames, toUsageCsv } from './usage-service.ts'

const reviewers = requireRole('billing', 'owner', 'admin')

const usageRoute = createRoute({
  method: 'get',
  path: '/billing/usage',
  tags: ['Billing'],
  summary: 'What was sent, what came of it, and what it cost',
  middleware: reviewers,
  request: { query: usageQuery },
  responses: { 200: jsonContent(usageSchema, 'The usage'), ...problemResponses },
})

const csvRoute = createRoute({
  method: 'get',
  path: '/billing/usage.csv',
  tags: ['Billing'],
  summary: 'The same usage as a table for spreadsheets',
  middleware: reviewers,
  request: { query: usageQuery },
  responses: csvResponses,
})

const namesRoute = createRoute({
  method: 'get',
  path: '/billing/usage/names',
  tags: ['Billing'],
  summary: 'The flows, workers and countries by which usage can be filtered',
  middleware: reviewers,
  responses: { 200: jsonContent(usageNamesSchema, 'Names'), ...problemResponses },
})

const estimateRoute = createRoute({
  method: 'post',
  path: '/billing/estimate',
  tags: ['Billing'],
  summary: 'What runs of a flow, or single codes, would cost',
  middleware: reviewers,
  request: { body: jsonBody(estimateRequestSchema) },
  responses: { 200: jsonContent(estimateSchema, 'The estimate'), ...problemResponses },
})

/** The API of usage and forecasts. */
export const createUsageRoutes = (context: Context) =>
  createRouter()
    .openapi(usageRoute, async (c) =>
      respond(c, await getUsage(context, c.var.actor, c.req.valid('query'))),
    )
    .openapi(csvRoute, async (c) => {
      const query = c.req.valid('query')
      const usage = await getUsage(context, c.var.actor, query)
      if (!usage.ok) return toProblemResponse(usage.error) as never
      return respondCsv(c, `usage-by-${query.groupBy}`, toUsageCsv(query.groupBy, usage.value))
    })
    .openapi(namesRoute, async (c) => respond(c, ok(await getUsageNames(context, c.var.actor))))
    .openapi(estimateRoute, async (c) =>
      respond(c, await estimateCost(context, c.var.actor, c.req.valid('json'))),
    )
