import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import {
  brandedNumberRequestSchema,
  brandedNumberSchema,
  newSenderTestSchema,
  numberTemplatesSchema,
  senderOverviewSchema,
  senderSettingsSchema,
  senderTestSchema,
} from '#contract/sender-contract.ts'
import { ok } from '#domain/shared/result.ts'
import { safeText } from '#domain/shared/text-schema.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond } from '#server/platform/http/respond.ts'
import { jsonBody, jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import { requestBrandedNumber } from './branded-number-service.ts'
import { getSenderOverview } from './list-senders-service.ts'
import { readNumberTemplates } from './number-templates-service.ts'
import type { SenderDependencies } from './sender-dependencies.ts'
import { changeSenderSettings } from './sender-settings-service.ts'
import { testSender } from './test-sender-service.ts'

const shared = { tags: ['Senders'], middleware: [requireRole('owner', 'admin')] }

const overviewRoute = createRoute({
  ...shared,
  method: 'get',
  path: '/settings/senders',
  summary: 'Which way codes leave, by channel, and how that goes',
  responses: { 200: jsonContent(senderOverviewSchema, 'The senders'), ...problemResponses },
})

const changeRoute = createRoute({
  ...shared,
  method: 'put',
  path: '/settings/senders',
  summary: 'Switch the sandbox, and the fall-back to the official WhatsApp number',
  request: { body: jsonBody(senderSettingsSchema) },
  responses: { 200: jsonContent(senderOverviewSchema, 'The senders'), ...problemResponses },
})

const testRoute = createRoute({
  ...shared,
  method: 'post',
  path: '/settings/senders/tests',
  summary: 'Send a message to oneself to try a sender',
  description:
    'Costs what a code costs, in the sandbox nothing. At most 5 in 10 minutes, and 20 a day for an organisation. Under the same Idempotency-Key a second request sends nothing and answers with the first test.',
  request: {
    headers: z.object({ 'idempotency-key': safeText.min(1).max(200).optional() }),
    body: jsonBody(newSenderTestSchema),
  },
  responses: { 201: jsonContent(senderTestSchema, 'What came of it'), ...problemResponses },
})

const requestRoute = createRoute({
  ...shared,
  method: 'post',
  path: '/settings/senders/branded-number',
  summary: 'Ask for a WhatsApp number of the organisation’s own',
  request: { body: jsonBody(brandedNumberRequestSchema) },
  responses: { 201: jsonContent(brandedNumberSchema, 'The request'), ...problemResponses },
})

const templatesRoute = createRoute({
  ...shared,
  method: 'get',
  path: '/settings/senders/branded-number/templates',
  summary: 'The message templates of the branded number, as Meta has them now',
  responses: { 200: jsonContent(numberTemplatesSchema, 'The templates'), ...problemResponses },
})

/** The API by which an organisation sees to its senders. */
export const createSenderRoutes = (context: Context, dependencies: SenderDependencies) =>
  createRouter()
    .openapi(overviewRoute, async (c) =>
      respond(c, ok(await getSenderOverview(context, dependencies, c.var.actor))),
    )
    .openapi(changeRoute, async (c) => {
      const changed = await changeSenderSettings(context, c.var.actor, c.req.valid('json'))
      if (!changed.ok) return respond(c, changed)
      return respond(c, ok(await getSenderOverview(context, dependencies, c.var.actor)))
    })
    .openapi(testRoute, async (c) => {
      const idempotencyKey = c.req.valid('header')['idempotency-key']
      const input = { ...c.req.valid('json'), idempotencyKey }
      return respond(c, await testSender(context, dependencies, c.var.actor, input), 201)
    })
    .openapi(requestRoute, async (c) =>
      respond(c, await requestBrandedNumber(context, c.var.actor, c.req.valid('json')), 201),
    )
    .openapi(templatesRoute, async (c) =>
      respond(c, await readNumberTemplates(context, dependencies, c.var.actor.organizationId)),
    )
