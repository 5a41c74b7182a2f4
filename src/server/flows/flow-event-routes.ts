import { createRoute } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import type { TypedResponse } from 'hono/types'
import { z } from 'zod'
import { presenceSchema } from '#contract/flow-events-contract.ts'
import type { Role } from '#contract/session-contract.ts'
import { idSchema } from '#domain/shared/identifier-schema.ts'
import type { ResolveActor } from '#server/platform/actor.ts'
import type { ApiEnvironment } from '#server/platform/http/api-environment.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { toProblemResponse } from '#server/platform/http/problem-response.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respondEmpty } from '#server/platform/http/respond.ts'
import { jsonBody, problemResponses } from '#server/platform/http/route-parts.ts'
import type { FlowEventsHub } from './flow-events-service.ts'

const readers: Role[] = ['owner', 'admin', 'billing', 'planner']
const flowParams = z.object({ flowId: z.string().max(64) })
const tags = ['Flows']

const events = createRoute({
  method: 'get',
  path: '/flows/{flowId}/events',
  tags,
  summary: 'Follow a flow: operations as they are applied, and who is there (server-sent events)',
  middleware: requireRole(...readers),
  request: {
    params: flowParams,
    query: z.object({
      /** The name under which the reader saves. */
      clientId: idSchema,
      /** The revision that the reader has; the header Last-Event-ID says it, too, and goes first. */
      since: z.coerce
        .number()
        .int()
        .min(0)
        .max(2 ** 31 - 1)
        .default(0),
    }),
  },
  responses: {
    200: {
      description:
        'Events "operations", "presence", "gone", "reset" and "deleted"; the id is the revision',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...problemResponses,
  },
})

const presence = createRoute({
  method: 'post',
  path: '/flows/{flowId}/presence',
  tags,
  summary:
    'Tell those who follow a flow what you do there; to be called by somebody who follows it',
  middleware: requireRole(...readers),
  request: { params: flowParams, body: jsonBody(presenceSchema) },
  responses: { 204: { description: 'Told' }, ...problemResponses },
})

/** Whatever changes a flow, by whichever route, is announced once it has succeeded. */
const announceChanges = (hub: FlowEventsHub) =>
  createMiddleware<ApiEnvironment>(async (c, next) => {
    await next()
    const flowId = c.req.param('flowId')
    if (c.req.method !== 'GET' && c.res.ok && flowId !== undefined) hub.announce(flowId)
  })

/** Live editing. To be mounted before the other routes of flows, whose changes it announces. */
export const createFlowEventRoutes = (hub: FlowEventsHub, resolveActor: ResolveActor) => {
  const router = createRouter()
    .openapi(events, async (c) => {
      const { actor } = c.var
      const { clientId, since } = c.req.valid('query')
      const seen = Number(c.req.header('last-event-id') ?? Number.NaN)
      const request = c.req.raw
      const body = await hub.follow(actor, {
        ...c.req.valid('param'),
        clientId,
        since: Number.isSafeInteger(seen) && seen >= 0 ? seen : since,
        isAllowed: async () => {
          const now = await resolveActor(request)
          return now?.organizationId === actor.organizationId && readers.includes(now.role)
        },
      })
      const response = body.ok
        ? new Response(body.value, {
            headers: {
              'content-type': 'text/event-stream',
              'cache-control': 'no-cache, no-transform',
              // nginx would keep events back.
              'x-accel-buffering': 'no',
            },
          })
        : toProblemResponse(body.error)
      return response as Response & TypedResponse<string, 200, 'text'>
    })
    .openapi(presence, (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') }
      return respondEmpty(c, hub.move(c.var.actor, input))
    })
  router.use('/flows/:flowId/*', announceChanges(hub))
  return router
}
