import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { flowSummarySchema } from '#contract/flow-contract.ts'
import { trashedFlowSchema } from '#contract/flow-trash-contract.ts'
import { listOf, listQuery } from '#contract/list-schema.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond, respondEmpty } from '#server/platform/http/respond.ts'
import { jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import { listTrashedFlows, purgeTrashedFlow, restoreTrashedFlow } from './flow-trash-service.ts'

const mayEdit = requireRole('owner', 'admin')
const flowParams = z.object({ flowId: z.string().max(64) })
const tags = ['Trash']

const list = createRoute({
  method: 'get',
  path: '/flows/trash',
  tags,
  summary: 'List what was deleted within 30 days, last deleted first',
  middleware: mayEdit,
  request: { query: z.object(listQuery) },
  responses: { 200: jsonContent(listOf(trashedFlowSchema), 'Deleted flows'), ...problemResponses },
})

const restore = createRoute({
  method: 'post',
  path: '/flows/trash/{flowId}/restore',
  tags,
  summary: 'Take a flow out of the trash; under a free name where its own is taken',
  middleware: mayEdit,
  request: { params: flowParams },
  responses: { 200: jsonContent(flowSummarySchema, 'The flow'), ...problemResponses },
})

const purge = createRoute({
  method: 'delete',
  path: '/flows/trash/{flowId}',
  tags,
  summary: 'Delete a flow for good; its tasks keep working',
  middleware: mayEdit,
  request: { params: flowParams },
  responses: { 204: { description: 'Done' }, ...problemResponses },
})

/** The trash: what was deleted, until it is restored or deleted for good. */
export const createFlowTrashRoutes = (context: Context) =>
  createRouter()
    .openapi(list, async (c) =>
      respond(c, await listTrashedFlows(context, c.var.actor, c.req.valid('query'))),
    )
    .openapi(restore, async (c) =>
      respond(c, await restoreTrashedFlow(context, c.var.actor, c.req.valid('param').flowId)),
    )
    .openapi(purge, async (c) =>
      respondEmpty(c, await purgeTrashedFlow(context, c.var.actor, c.req.valid('param').flowId)),
    )
