import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import {
  balanceSchema,
  billingSettingsSchema,
  channelCostListSchema,
  creditLevelSchema,
  ledgerCsvQuery,
  ledgerEntrySchema,
  ledgerQuery,
  ledgerStorySchema,
  quoteRequestSchema,
  quoteSchema,
} from '#contract/billing-contract.ts'
import { listOf } from '#contract/list-schema.ts'
import { idSchema } from '#domain/shared/identifier-schema.ts'
import { ok } from '#domain/shared/result.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond } from '#server/platform/http/respond.ts'
import { csvResponses, respondCsv, toStream } from '#server/platform/http/respond-csv.ts'
import { jsonBody, jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import { getBalanceLevel, getBalanceOverview, setBillingSettings } from './balance-service.ts'
import { listLedger, writeLedgerCsv } from './ledger-list-service.ts'
import { tellEntry } from './ledger-story-service.ts'
import { listChannelCosts, quoteSend } from './quote-service.ts'

const balanceRoute = createRoute({
  method: 'get',
  path: '/billing/balance',
  tags: ['Billing'],
  summary: 'Available Credits, and how long they last',
  middleware: [requireRole('billing', 'owner', 'admin')] as const,
  responses: { 200: jsonContent(balanceSchema, 'The balance'), ...problemResponses },
})

const levelRoute = createRoute({
  method: 'get',
  path: '/billing/balance/level',
  tags: ['Billing'],
  summary: 'Whether credit is low or used up',
  middleware: [requireRole('billing', 'owner', 'admin')] as const,
  responses: { 200: jsonContent(creditLevelSchema, 'The level'), ...problemResponses },
})

const settingsRoute = createRoute({
  method: 'put',
  path: '/billing/balance/settings',
  tags: ['Billing'],
  summary: 'What is paid in, and below how many credits the balance is low',
  middleware: [requireRole('billing', 'owner', 'admin')] as const,
  request: { body: jsonBody(billingSettingsSchema) },
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

const ledgerCsvRoute = createRoute({
  method: 'get',
  path: '/billing/ledger.csv',
  tags: ['Billing'],
  summary: 'The same entries, all of them, as a table for spreadsheets',
  middleware: [requireRole('billing', 'owner', 'admin')] as const,
  request: { query: ledgerCsvQuery },
  responses: csvResponses,
})

const storyRoute = createRoute({
  method: 'get',
  path: '/billing/ledger/{entryId}',
  tags: ['Billing'],
  summary: 'Whence an entry: its code, the price of that, and all that was booked for it',
  middleware: [requireRole('billing', 'owner', 'admin')] as const,
  request: { params: z.object({ entryId: idSchema }) },
  responses: { 200: jsonContent(ledgerStorySchema, 'Its story'), ...problemResponses },
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
    .openapi(balanceRoute, async (c) =>
      respond(c, ok(await getBalanceOverview(context, c.var.actor))),
    )
    .openapi(levelRoute, async (c) => respond(c, ok(await getBalanceLevel(context, c.var.actor))))
    .openapi(settingsRoute, async (c) =>
      respond(c, ok(await setBillingSettings(context, c.var.actor, c.req.valid('json')))),
    )
    .openapi(ledgerRoute, async (c) =>
      respond(c, await listLedger(context, c.var.actor, c.req.valid('query'))),
    )
    .openapi(ledgerCsvRoute, async (c) => {
      const pieces = writeLedgerCsv(context, c.var.actor, c.req.valid('query'))
      return respondCsv(c, 'ledger', toStream(pieces))
    })
    .openapi(storyRoute, async (c) =>
      respond(c, await tellEntry(context, c.var.actor, c.req.valid('param').entryId)),
    )
    .openapi(quoteRoute, async (c) =>
      respond(c, await quoteSend(context, c.var.actor, c.req.valid('json'))),
    )
    .openapi(channelCostsRoute, async (c) =>
      respond(c, ok(await listChannelCosts(context, c.var.actor))),
    )
