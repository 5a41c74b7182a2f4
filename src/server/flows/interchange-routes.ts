import { createRoute } from '@hono/zod-openapi'
import type { Context as Call, TypedResponse } from 'hono'
import { z } from 'zod'
import {
  exportFlowQuery,
  foundFlowsSchema,
  importedFlowSchema,
  importedOntoSchema,
  importFlowQuery,
  importOntoQuery,
} from '#contract/interchange-contract.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { toEntityTag } from '#server/platform/http/entity-tag.ts'
import { toProblemResponse } from '#server/platform/http/problem-response.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond } from '#server/platform/http/respond.ts'
import { jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import { exportFlow } from './export-flow-service.ts'
import { importFlow, previewImport } from './import-flow-service.ts'
import { importOntoFlow } from './import-onto-flow-service.ts'

const tags = ['Flows']
const flowParams = z.object({ flowId: z.string().max(64) })

/** The file as it is. Not a schema that is checked: the service reads the bytes, and says what is wrong. */
const fileBody = {
  required: true as const,
  content: { 'application/json': { schema: { type: 'object' as const } } },
}

const previewRoute = createRoute({
  method: 'post',
  path: '/flows/import/preview',
  tags,
  summary: 'Say which flows a file holds and what would become of them; nothing is stored',
  middleware: requireRole('owner', 'admin'),
  request: { body: fileBody },
  responses: { 200: jsonContent(foundFlowsSchema, 'What the file holds'), ...problemResponses },
})

const importRoute = createRoute({
  method: 'post',
  path: '/flows/import',
  tags,
  summary: 'Make a flow from a file: of our own, or of MileApp’s flow JSON',
  description:
    'The body is the file, at most 2 MiB. MileApp’s is found alone or wrapped as its API answers it. What means nothing here is kept, listed in the answer, and written back on export.',
  middleware: requireRole('owner', 'admin'),
  request: { query: importFlowQuery, body: fileBody },
  responses: { 201: jsonContent(importedFlowSchema, 'The new flow'), ...problemResponses },
})

const importOntoRoute = createRoute({
  method: 'post',
  path: '/flows/{flowId}/import',
  tags,
  summary: 'Put the content of a file in the place of a flow’s; demands If-Match with the ETag',
  description:
    'The flow keeps its name and takes over all else in one step, which others see at once and which can be undone. With `dryRun=true` it only answers what would change, and needs no If-Match.',
  middleware: requireRole('owner', 'admin'),
  request: { params: flowParams, query: importOntoQuery, body: fileBody },
  responses: { 200: jsonContent(importedOntoSchema, 'What is different'), ...problemResponses },
})

const exportRoute = createRoute({
  method: 'get',
  path: '/flows/{flowId}/export',
  tags,
  summary: 'A flow as a file: of our own, or as MileApp’s flow JSON',
  description:
    'What MileApp can’t say is carried along under `sandi`, and listed there as `notCarriedOver`.',
  middleware: requireRole('owner', 'admin', 'billing', 'planner'),
  request: { params: flowParams, query: exportFlowQuery },
  responses: {
    200: jsonContent(z.record(z.string(), z.unknown()), 'The file'),
    ...problemResponses,
  },
})

const readBody = async (c: Call) => new Uint8Array(await c.req.arrayBuffer())

const respondFile = (c: Call, result: Awaited<ReturnType<typeof exportFlow>>) => {
  type FileResponse = Response & TypedResponse<Record<string, never>, 200, 'json'>
  if (!result.ok) return toProblemResponse(result.error) as FileResponse
  const { fileName, content } = result.value
  const response: unknown = c.body(`${JSON.stringify(content, null, 2)}\n`, 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  })
  return response as FileResponse
}

/** Flows from files, and to files. */
export const createInterchangeRoutes = (context: Context) =>
  createRouter()
    .openapi(previewRoute, async (c) =>
      respond(c, await previewImport(context, c.var.actor, await readBody(c))),
    )
    .openapi(importRoute, async (c) => {
      const input = { ...c.req.valid('query'), content: await readBody(c) }
      return respond(c, await importFlow(context, c.var.actor, input), 201)
    })
    .openapi(importOntoRoute, async (c) => {
      const imported = await importOntoFlow(context, c.var.actor, {
        ...c.req.valid('param'),
        ...c.req.valid('query'),
        content: await readBody(c),
        ifMatch: c.req.header('if-match'),
      })
      if (imported.ok) c.header('ETag', toEntityTag(imported.value.revision))
      return respond(c, imported)
    })
    .openapi(exportRoute, async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('query') }
      return respondFile(c, await exportFlow(context, c.var.actor, input))
    })
