import { createRoute } from '@hono/zod-openapi'
import type { Context as Call, TypedResponse } from 'hono'
import { z } from 'zod'
import { storedFileSchema, storeFileQuery } from '#contract/file-contract.ts'
import { fileRules } from '#domain/components/answer-file.ts'
import { idSchema } from '#domain/shared/identifier-schema.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { toProblemResponse } from '#server/platform/http/problem-response.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond } from '#server/platform/http/respond.ts'
import { jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import { getFile } from './get-file-service.ts'
import { type SentFile, storeFile, storeFileForNewTask } from './store-file-service.ts'

const binary = z.string().meta({ format: 'binary' })
const mediaTypes = [...fileRules.image.mediaTypes, ...fileRules.audio.mediaTypes]
const fileBody = {
  required: true as const,
  content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: binary }])),
}
const storedFile = { 201: jsonContent(storedFileSchema, 'The file is stored'), ...problemResponses }

const storeRoute = createRoute({
  method: 'post',
  path: '/tasks/{taskId}/files',
  tags: ['Tasks'],
  summary: 'Store a file of an answer: a photo, a signature or a recording',
  description:
    'The id is made by the client and named in the answer; sending a file again under its id stores it once. Pictures up to 5 MiB, recordings up to 10 MiB. When the task is finished, files that no answer names are removed.',
  middleware: [requireRole('field_user', 'owner', 'admin', 'planner')] as const,
  request: { params: z.object({ taskId: idSchema }), query: storeFileQuery, body: fileBody },
  responses: storedFile,
})

const storeForNewTaskRoute = createRoute({
  method: 'post',
  path: '/flows/{flowId}/task-files',
  tags: ['Tasks'],
  summary: 'Store a file for the Initial Page of a task that is about to be made',
  description: 'It waits a day for its task, which claims it by naming it in an answer.',
  middleware: [requireRole('owner', 'admin', 'planner')] as const,
  request: { params: z.object({ flowId: idSchema }), query: storeFileQuery, body: fileBody },
  responses: storedFile,
})

const getRoute = createRoute({
  method: 'get',
  path: '/tasks/{taskId}/files/{fileId}',
  tags: ['Tasks'],
  summary: 'A file of an answer',
  middleware: [requireRole('field_user', 'owner', 'admin', 'planner')] as const,
  request: { params: z.object({ taskId: idSchema, fileId: idSchema }) },
  responses: {
    200: {
      description: 'The file',
      content: { 'application/octet-stream': { schema: binary } },
    },
    ...problemResponses,
  },
})

/** The file that a request carries as its whole body. */
const readFile = async (c: Call, query: z.infer<typeof storeFileQuery>): Promise<SentFile> => ({
  ...query,
  declaredType: c.req.header('content-type') ?? '',
  content: new Uint8Array(await c.req.arrayBuffer()),
})

/** Answers with a file that never changes, and that no browser takes for anything but its type. */
const respondFile = (c: Call, result: Awaited<ReturnType<typeof getFile>>) => {
  if (!result.ok) return toProblemResponse(result.error) as Response & TypedResponse<string, 200>
  const { id, componentId, mediaType, content } = result.value
  const response: unknown = c.body(content, 200, {
    'content-type': mediaType,
    'content-disposition': `inline; filename="${componentId}-${id}.${mediaType.split('/')[1]}"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=31536000, immutable',
  })
  return response as Response & TypedResponse<string, 200>
}

/** The API of files. */
export const createFileRoutes = (context: Context) =>
  createRouter()
    .openapi(storeRoute, async (c) => {
      const file = await readFile(c, c.req.valid('query'))
      const input = { ...file, ...c.req.valid('param') }
      return respond(c, await storeFile(context, c.var.actor, input), 201)
    })
    .openapi(storeForNewTaskRoute, async (c) => {
      const file = await readFile(c, c.req.valid('query'))
      const input = { ...file, ...c.req.valid('param') }
      return respond(c, await storeFileForNewTask(context, c.var.actor, input), 201)
    })
    .openapi(getRoute, async (c) =>
      respondFile(c, await getFile(context, c.var.actor, c.req.valid('param'))),
    )
