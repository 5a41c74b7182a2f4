import { createRoute } from '@hono/zod-openapi'
import type { Context as Call } from 'hono'
import { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import {
  rateHistoryQuery,
  rateHistorySchema,
  rateImportQuery,
  rateImportReportSchema,
  rateImportSchema,
  rateListQuery,
  rateListSchema,
} from '#contract/rate-contract.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { isPlatformOperator } from '#server/auth/platform-operator-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { toProblemResponse } from '#server/platform/http/problem-response.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond } from '#server/platform/http/respond.ts'
import { csvResponses, respondCsv } from '#server/platform/http/respond-csv.ts'
import { jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import { importRatesAcrossOrgs, type SentRates } from './import-rates-service.ts'
import { listCountryRates } from './list-rates-service.ts'
import { getRateHistory } from './rate-history-service.ts'
import { toRatesCsv } from './rates-csv.ts'

const reviewers = requireRole('billing', 'owner', 'admin')

const listRoute = createRoute({
  method: 'get',
  path: '/billing/rates',
  tags: ['Billing'],
  summary: 'What a code costs, by destination country',
  middleware: reviewers,
  request: { query: rateListQuery },
  responses: { 200: jsonContent(rateListSchema, 'The rates'), ...problemResponses },
})

const csvRoute = createRoute({
  method: 'get',
  path: '/billing/rates.csv',
  tags: ['Billing'],
  summary: 'The same rates as a table for spreadsheets',
  middleware: reviewers,
  request: { query: rateListQuery },
  responses: csvResponses,
})

const historyRoute = createRoute({
  method: 'get',
  path: '/billing/rates/history',
  tags: ['Billing'],
  summary: 'Every price that a country had, has and will have',
  middleware: reviewers,
  request: { query: rateHistoryQuery },
  responses: { 200: jsonContent(rateHistorySchema, 'Its rates'), ...problemResponses },
})

const importRoute = createRoute({
  method: 'put',
  path: '/billing/rates',
  tags: ['Billing'],
  summary: 'Append new rates, or see what they would change',
  description:
    'For platform operators. CSV has the columns channel, country, and credits or price_usd; effective_from is optional. All is taken, or nothing: what is wrong is named with its line.',
  middleware: requireRole(),
  request: {
    query: rateImportQuery,
    body: {
      content: {
        'application/json': { schema: rateImportSchema },
        'text/csv': { schema: z.string() },
      },
    },
  },
  responses: {
    200: jsonContent(rateImportReportSchema, 'What changes, or would'),
    ...problemResponses,
  },
})

/** The rates that a request carries as CSV or as JSON. */
const readSentRates = async (c: Call): Promise<Result<SentRates, Failure>> => {
  const type = c.req.header('content-type') ?? ''
  if (type.startsWith('text/csv')) return ok(new Uint8Array(await c.req.arrayBuffer()))
  if (!type.startsWith('application/json')) {
    return err({ code: 'unsupported-media-type', detail: 'Send text/csv or application/json.' })
  }
  const { rates } = rateImportSchema.parse(await c.req.json())
  return ok(
    rates.map(({ channel, country, credits, priceUsd, effectiveFrom }, index) => ({
      ...{ place: `body.rates.${index}`, channel, country, credits, priceUsd, effectiveFrom },
    })),
  )
}

/** The API of rates. `operators` are the email addresses of who may change them. */
export const createRateRoutes = (context: Context, operators: readonly string[]) => {
  const mayChange = (actor: Actor) => isPlatformOperator(context, actor, operators)
  return createRouter()
    .openapi(listRoute, async (c) => {
      const list = await listCountryRates(context, c.var.actor, c.req.valid('query'))
      return respond(c, ok({ ...list, mayChange: await mayChange(c.var.actor) }))
    })
    .openapi(csvRoute, async (c) => {
      const list = await listCountryRates(context, c.var.actor, c.req.valid('query'))
      return respondCsv(c, 'rates', toRatesCsv(list))
    })
    .openapi(historyRoute, async (c) =>
      respond(c, ok(await getRateHistory(context, c.req.valid('query').country))),
    )
    .openapi(importRoute, async (c) => {
      if (!(await mayChange(c.var.actor))) {
        const detail = 'Only platform operators change rates.'
        return toProblemResponse({ code: 'forbidden', detail }) as never
      }
      const sent = await readSentRates(c)
      if (!sent.ok) return respond(c, sent)
      const query = c.req.valid('query')
      return respond(c, await importRatesAcrossOrgs(context, c.var.actor, sent.value, query))
    })
}
