import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import {
  flowTemplateSchema,
  renameTemplateSchema,
  saveTemplateSchema,
} from '#contract/flow-template-contract.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond, respondEmpty } from '#server/platform/http/respond.ts'
import { jsonBody, jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import {
  deleteTemplate,
  listFlowTemplates,
  renameTemplate,
  saveTemplate,
} from './template-service.ts'

const mayEdit = requireRole('owner', 'admin')
const templateParams = z.object({ templateId: z.string().max(64) })
const tags = ['Templates']

const list = createRoute({
  method: 'get',
  path: '/flow-templates',
  tags,
  summary: "List what flows can be made from: the organisation's own templates, then everybody's",
  middleware: mayEdit,
  responses: {
    200: jsonContent(z.object({ items: z.array(flowTemplateSchema) }), 'Templates'),
    ...problemResponses,
  },
})

const save = createRoute({
  method: 'post',
  path: '/flow-templates',
  tags,
  summary: "Keep a copy of a flow's newest document as a template",
  middleware: mayEdit,
  request: { body: jsonBody(saveTemplateSchema) },
  responses: { 201: jsonContent(flowTemplateSchema, 'The template'), ...problemResponses },
})

const rename = createRoute({
  method: 'patch',
  path: '/flow-templates/{templateId}',
  tags,
  summary: 'Change the name or the description of an own template',
  middleware: mayEdit,
  request: { params: templateParams, body: jsonBody(renameTemplateSchema) },
  responses: { 200: jsonContent(flowTemplateSchema, 'The template'), ...problemResponses },
})

const remove = createRoute({
  method: 'delete',
  path: '/flow-templates/{templateId}',
  tags,
  summary: 'Delete an own template; flows made from it stay as they are',
  middleware: mayEdit,
  request: { params: templateParams },
  responses: { 204: { description: 'Done' }, ...problemResponses },
})

/** Templates: what flows are made from. */
export const createTemplateRoutes = (context: Context) =>
  createRouter()
    .openapi(list, async (c) => respond(c, await listFlowTemplates(context, c.var.actor)))
    .openapi(save, async (c) =>
      respond(c, await saveTemplate(context, c.var.actor, c.req.valid('json')), 201),
    )
    .openapi(rename, async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') }
      return respond(c, await renameTemplate(context, c.var.actor, input))
    })
    .openapi(remove, async (c) =>
      respondEmpty(c, await deleteTemplate(context, c.var.actor, c.req.valid('param').templateId)),
    )
