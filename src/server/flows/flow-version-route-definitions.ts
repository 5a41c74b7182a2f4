import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { flowVersionSchema } from '#contract/flow-contract.ts'
import {
  flowAuthorSchema,
  flowEditSchema,
  publishFlowSchema,
  restoredSchema,
  restoreVersionSchema,
} from '#contract/flow-version-contract.ts'
import { listOf, listQuery } from '#contract/list-schema.ts'
import { flowDocumentSchema } from '#domain/flow/flow-schema.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { jsonBody, jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'

const mayRead = requireRole('owner', 'admin', 'billing', 'planner')
const mayEdit = requireRole('owner', 'admin')
const flowParams = z.object({ flowId: z.string().max(64) })
const versionParams = flowParams.extend({ version: z.coerce.number().int().min(1).max(1e9) })
const tags = ['Versions']

export const publish = createRoute({
  method: 'post',
  path: '/flows/{flowId}/publish',
  tags,
  summary: 'Freeze the newest document as the next version',
  middleware: mayEdit,
  request: {
    params: flowParams,
    body: { required: false, content: { 'application/json': { schema: publishFlowSchema } } },
  },
  responses: { 200: jsonContent(flowVersionSchema, 'The version'), ...problemResponses },
})

export const versions = createRoute({
  method: 'get',
  path: '/flows/{flowId}/versions',
  tags,
  summary: 'List what was published, newest first',
  middleware: mayRead,
  request: { params: flowParams },
  responses: {
    200: jsonContent(z.object({ items: z.array(flowVersionSchema) }), 'Versions'),
    ...problemResponses,
  },
})

export const version = createRoute({
  method: 'get',
  path: '/flows/{flowId}/versions/{version}',
  tags,
  summary: 'Get one published version with its document',
  middleware: mayRead,
  request: { params: versionParams },
  responses: {
    200: jsonContent(flowVersionSchema.extend({ document: flowDocumentSchema }), 'The version'),
    ...problemResponses,
  },
})

export const restore = createRoute({
  method: 'post',
  path: '/flows/{flowId}/versions/{version}/restore',
  tags,
  summary: 'Bring a version, or one page or component of it, back into the draft',
  middleware: mayEdit,
  request: { params: versionParams, body: jsonBody(restoreVersionSchema) },
  responses: { 200: jsonContent(restoredSchema, 'What was done'), ...problemResponses },
})

export const authors = createRoute({
  method: 'get',
  path: '/flows/{flowId}/authors',
  tags,
  summary: 'List who changed a flow since a revision, and how often',
  middleware: mayRead,
  request: {
    params: flowParams,
    query: z.object({ since: z.coerce.number().int().min(0).max(1e9).default(0) }),
  },
  responses: {
    200: jsonContent(z.object({ items: z.array(flowAuthorSchema) }), 'Authors, busiest first'),
    ...problemResponses,
  },
})

export const edits = createRoute({
  method: 'get',
  path: '/flows/{flowId}/edits',
  tags,
  summary: 'List what was done to a flow, newest first',
  middleware: mayRead,
  request: { params: flowParams, query: z.object(listQuery) },
  responses: { 200: jsonContent(listOf(flowEditSchema), 'Edits'), ...problemResponses },
})
