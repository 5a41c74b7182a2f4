import { createRoute } from '@hono/zod-openapi'
import {
  balanceSchema,
  channelCostListSchema,
  ledgerEntrySchema,
  ledgerQuery,
  quoteRequestSchema,
  quoteSchema,
} from '#contract/billing-contract.ts'
import { listOf } from '#contract/list-schema.ts'
import { ok } from '#domain/shared/result.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond } from '#server/platform/http/respond.ts'
import { jsonBody, jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import { getBalance, listLedger } from './ledger-service.ts'
import { listChannelCosts, quoteSend } from './quote-service.ts'

const balanceRoute = createRoute({
  method: 'get',
  path: '/billing/balance',
  tags: ['Billing'],
  summary: 'Available Credits',
  middleware: [requireRole('billing', 'owner', 'admin')] as const,
  responses: { 200: jsonContent(balanceSchema, 'The balance'), ...problemResponses },
})

const ledgerRoute = createRoute({
  method: 'get',
  path: '/billing/ledger',
  tags: ['Billing'],
  summary: 'What changed the balance, newest first',
  middleware: [requireRole('billing', 'owner', 'admin')] as const,
  request: { query: ledgerQuery },
  responses: { 200: jsonContent(listOf(ledgerEntrySchema), 'Entries'), ...problemResponses },
})

const quoteRoute = createRoute({
  method: 'post',
  path: '/billing/quote',
  tags: ['Billing'],
  summary: 'What one send to a recipient would cost, or the error that it would get',
  middleware: [requireRole('owner', 'admin', 'billing', 'planner')] as const,
  request: { body: jsonBody(quoteRequestSchema) },
  responses: { 200: jsonContent(quoteSchema, 'The price'), ...problemResponses },
})

const channelCostsRoute = createRoute({
  method: 'get',
  path: '/billing/channel-costs',
  tags: ['Billing'],
  summary: 'What one send costs by each channel, over the countries that are allowed',
  middleware: [requireRole('owner', 'admin')] as const,
  responses: { 200: jsonContent(channelCostListSchema, 'Costs by channel'), ...problemResponses },
})

/** The API of credit. */
export const createBillingRoutes = (context: Context) =>
  createRouter()
    .openapi(balanceRoute, async (c) => respond(c, ok(await getBalance(context, c.var.actor))))
    .openapi(ledgerRoute, async (c) =>
      respond(c, await listLedger(context, c.var.actor, c.req.valid('query'))),
    )
    .openapi(quoteRoute, async (c) =>
      respond(c, await quoteSend(context, c.var.actor, c.req.valid('json'))),
    )
    .openapi(channelCostsRoute, async (c) =>
      respond(c, ok(await listChannelCosts(context, c.var.actor))),
    )
