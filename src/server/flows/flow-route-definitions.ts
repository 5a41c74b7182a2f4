import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import {
  createFlowSchema,
  flowListQuery,
  flowSchema,
  flowSummarySchema,
  problemListSchema,
  savedSchema,
  saveOperationsSchema,
} from '#contract/flow-contract.ts'
import { listOf } from '#contract/list-schema.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { jsonBody, jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'

const mayRead = requireRole('owner', 'admin', 'billing', 'planner')
const mayEdit = requireRole('owner', 'admin')
const flowParams = z.object({ flowId: z.string().max(64) })
const documentBody = z.strictObject({ document: z.unknown() })
const tags = ['Flows']

export const list = createRoute({
  method: 'get',
  path: '/flows',
  tags,
  summary: 'List flows, last edited first',
  middleware: mayRead,
  request: { query: flowListQuery },
  responses: { 200: jsonContent(listOf(flowSummarySchema), 'Flows'), ...problemResponses },
})

export const create = createRoute({
  method: 'post',
  path: '/flows',
  tags,
  summary: 'Create a flow: blank, from a template, or from a document',
  middleware: mayEdit,
  request: { body: jsonBody(createFlowSchema) },
  responses: { 201: jsonContent(flowSchema, 'The new flow'), ...problemResponses },
})

export const validate = createRoute({
  method: 'post',
  path: '/flows/validate',
  tags,
  summary: 'Find the problems of a document that is not stored',
  middleware: mayRead,
  request: { body: jsonBody(documentBody) },
  responses: { 200: jsonContent(problemListSchema, 'Problems'), ...problemResponses },
})

export const get = createRoute({
  method: 'get',
  path: '/flows/{flowId}',
  tags,
  summary: 'Get a flow with its document; the ETag is its revision',
  middleware: mayRead,
  request: { params: flowParams },
  responses: { 200: jsonContent(flowSchema, 'The flow'), ...problemResponses },
})

export const replace = createRoute({
  method: 'put',
  path: '/flows/{flowId}',
  tags,
  summary: 'Replace the whole document; demands If-Match with the ETag',
  middleware: mayEdit,
  request: { params: flowParams, body: jsonBody(documentBody) },
  responses: { 200: jsonContent(flowSchema, 'The flow'), ...problemResponses },
})

export const remove = createRoute({
  method: 'delete',
  path: '/flows/{flowId}',
  tags,
  summary: 'Put a flow into the trash; its tasks keep working',
  middleware: mayEdit,
  request: { params: flowParams },
  responses: { 204: { description: 'Done' }, ...problemResponses },
})

export const duplicate = createRoute({
  method: 'post',
  path: '/flows/{flowId}/duplicate',
  tags,
  summary: 'Copy a flow under a free name',
  middleware: mayEdit,
  request: { params: flowParams },
  responses: { 201: jsonContent(flowSchema, 'The copy'), ...problemResponses },
})

export const save = createRoute({
  method: 'post',
  path: '/flows/{flowId}/operations',
  tags,
  summary: 'Save operations, merged with what others saved since the base revision',
  middleware: mayEdit,
  request: { params: flowParams, body: jsonBody(saveOperationsSchema) },
  responses: { 200: jsonContent(savedSchema, 'What became of each'), ...problemResponses },
})

export const problems = createRoute({
  method: 'get',
  path: '/flows/{flowId}/problems',
  tags,
  summary: 'Find the problems of a flow',
  middleware: mayRead,
  request: { params: flowParams },
  responses: { 200: jsonContent(problemListSchema, 'Problems'), ...problemResponses },
})
