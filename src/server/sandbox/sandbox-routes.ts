import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { listOf } from '#contract/list-schema.ts'
import {
  sandboxMessageQuery,
  sandboxMessageSchema,
  sandboxReportSchema,
  sandboxRuleListSchema,
} from '#contract/sandbox-contract.ts'
import { idSchema } from '#domain/shared/identifier-schema.ts'
import { ok } from '#domain/shared/result.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond, respondEmpty } from '#server/platform/http/respond.ts'
import { jsonBody, jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import { emptyInbox, getRules, listInbox, reportOutcome, setRules } from './sandbox-service.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/sandbox/messages',
  tags: ['Sandbox'],
  summary: 'What the sandbox senders delivered, newest first',
  middleware: [requireRole()] as const,
  request: { query: sandboxMessageQuery },
  responses: { 200: jsonContent(listOf(sandboxMessageSchema), 'Messages'), ...problemResponses },
})

const emptyRoute = createRoute({
  method: 'delete',
  path: '/sandbox/messages',
  tags: ['Sandbox'],
  summary: 'Empty the sandbox inbox',
  middleware: [requireRole()] as const,
  responses: { 204: { description: 'It is empty' }, ...problemResponses },
})

const reportRoute = createRoute({
  method: 'post',
  path: '/sandbox/messages/{messageId}/outcome',
  tags: ['Sandbox'],
  summary: "Play the provider's later report about a message",
  middleware: [requireRole()] as const,
  request: { params: z.object({ messageId: idSchema }), body: jsonBody(sandboxReportSchema) },
  responses: { 200: jsonContent(sandboxMessageSchema, 'The message'), ...problemResponses },
})

const rulesRoute = createRoute({
  method: 'get',
  path: '/sandbox/rules',
  tags: ['Sandbox'],
  summary: 'What becomes of messages from now on',
  middleware: [requireRole()] as const,
  responses: { 200: jsonContent(sandboxRuleListSchema, 'Rules'), ...problemResponses },
})

const setRulesRoute = createRoute({
  method: 'put',
  path: '/sandbox/rules',
  tags: ['Sandbox'],
  summary: 'Say what becomes of messages from now on',
  middleware: [requireRole()] as const,
  request: { body: jsonBody(sandboxRuleListSchema) },
  responses: { 200: jsonContent(sandboxRuleListSchema, 'Rules'), ...problemResponses },
})

/** The API of the sandbox inbox; to be mounted only while sandbox senders are on. */
export const createSandboxRoutes = (context: Context) =>
  createRouter()
    .openapi(listRoute, async (c) =>
      respond(c, await listInbox(context, c.var.actor, c.req.valid('query'))),
    )
    .openapi(emptyRoute, async (c) => respondEmpty(c, await emptyInbox(context, c.var.actor)))
    .openapi(reportRoute, async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') }
      return respond(c, await reportOutcome(context, c.var.actor, input))
    })
    .openapi(rulesRoute, async (c) => respond(c, ok(await getRules(context, c.var.actor))))
    .openapi(setRulesRoute, async (c) =>
      respond(c, ok(await setRules(context, c.var.actor, c.req.valid('json').items))),
    )
