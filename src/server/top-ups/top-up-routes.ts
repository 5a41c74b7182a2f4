import { createRoute } from '@hono/zod-openapi'
import type { TypedResponse } from 'hono'
import { z } from 'zod'
import { listQuery } from '#contract/list-schema.ts'
import {
  newTopUpSchema,
  sandboxPaymentSchema,
  topUpListSchema,
  topUpSchema,
} from '#contract/top-up-contract.ts'
import { idSchema } from '#domain/shared/identifier-schema.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { toProblemResponse } from '#server/platform/http/problem-response.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond } from '#server/platform/http/respond.ts'
import { jsonBody, jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import { getInvoice } from './invoice-service.ts'
import type { TopUpDependencies } from './top-up-dependencies.ts'
import {
  cancelTopUp,
  getTopUp,
  listOwnTopUps,
  orderTopUp,
  playPayment,
  refreshTopUp,
} from './top-up-service.ts'

const params = z.object({ topUpId: idSchema })
const one = { 200: jsonContent(topUpSchema, 'The top-up'), ...problemResponses }
const shared = {
  tags: ['Billing'],
  middleware: [requireRole('billing', 'owner', 'admin')],
}

const listRoute = createRoute({
  ...shared,
  method: 'get',
  path: '/billing/top-ups',
  summary: 'Credits that were bought, newest first',
  request: { query: z.object(listQuery) },
  responses: { 200: jsonContent(topUpListSchema, 'Top-ups'), ...problemResponses },
})

const orderRoute = createRoute({
  ...shared,
  method: 'post',
  path: '/billing/top-ups',
  summary: 'Order credits; the answer says where they are paid',
  description: 'An organisation has one open top-up at a time: a second one answers 409.',
  request: { body: jsonBody(newTopUpSchema) },
  responses: { 201: jsonContent(topUpSchema, 'The top-up'), ...problemResponses },
})

const getRoute = createRoute({
  ...shared,
  method: 'get',
  path: '/billing/top-ups/{topUpId}',
  summary: 'One top-up',
  request: { params },
  responses: one,
})

const cancelRoute = createRoute({
  ...shared,
  method: 'post',
  path: '/billing/top-ups/{topUpId}/cancel',
  summary: 'Give an open top-up up, unless it is paid already',
  request: { params },
  responses: one,
})

const refreshRoute = createRoute({
  ...shared,
  method: 'post',
  path: '/billing/top-ups/{topUpId}/refresh',
  summary: 'Ask the payment provider what became of a top-up',
  request: { params },
  responses: one,
})

const playRoute = createRoute({
  ...shared,
  method: 'post',
  path: '/billing/top-ups/{topUpId}/sandbox-payment',
  summary: 'Pay in the sandbox, where no money moves, or have it declined',
  request: { params, body: jsonBody(sandboxPaymentSchema) },
  responses: one,
})

const invoiceRoute = createRoute({
  ...shared,
  method: 'get',
  path: '/billing/top-ups/{topUpId}/invoice',
  summary: 'The invoice of a paid top-up',
  request: { params },
  responses: {
    200: {
      description: 'The invoice',
      content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } },
    },
    ...problemResponses,
  },
})

/** The API of buying credit. */
export const createTopUpRoutes = (context: Context, dependencies: TopUpDependencies) =>
  createRouter()
    .openapi(listRoute, async (c) =>
      respond(c, await listOwnTopUps(context, dependencies, c.var.actor, c.req.valid('query'))),
    )
    .openapi(orderRoute, async (c) =>
      respond(c, await orderTopUp(context, dependencies, c.var.actor, c.req.valid('json')), 201),
    )
    .openapi(getRoute, async (c) =>
      respond(c, await getTopUp(context, c.var.actor, c.req.valid('param').topUpId)),
    )
    .openapi(cancelRoute, async (c) => {
      const { topUpId } = c.req.valid('param')
      return respond(c, await cancelTopUp(context, dependencies, c.var.actor, topUpId))
    })
    .openapi(refreshRoute, async (c) => {
      const { topUpId } = c.req.valid('param')
      return respond(c, await refreshTopUp(context, dependencies, c.var.actor, topUpId))
    })
    .openapi(playRoute, async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') }
      return respond(c, await playPayment(context, dependencies, c.var.actor, input))
    })
    .openapi(invoiceRoute, async (c) => {
      const { topUpId } = c.req.valid('param')
      const invoice = await getInvoice(context, dependencies, c.var.actor, topUpId)
      const response: unknown = invoice.ok
        ? c.body(invoice.value.content, 200, {
            'content-type': 'application/pdf',
            'content-disposition': `inline; filename="${invoice.value.number}.pdf"`,
            'cache-control': 'private, no-store',
          })
        : toProblemResponse(invoice.error)
      return response as Response & TypedResponse<string, 200>
    })
