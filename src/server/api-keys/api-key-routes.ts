import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import {
  apiKeySchema,
  createApiKeySchema,
  createdApiKeySchema,
} from '#contract/api-key-contract.ts'
import { idSchema } from '#domain/shared/identifier-schema.ts'
import { ok } from '#domain/shared/result.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { requirePerson } from '#server/platform/http/require-role.ts'
import { respond, respondEmpty } from '#server/platform/http/respond.ts'
import { jsonBody, jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import { createApiKey, listApiKeys, revokeApiKey } from './api-key-service.ts'

const middleware = requirePerson('owner', 'admin')
const tags = ['API keys']

const list = createRoute({
  method: 'get',
  path: '/api-keys',
  tags,
  summary: 'List the API keys; not for a key itself',
  middleware,
  responses: {
    200: jsonContent(z.object({ items: z.array(apiKeySchema) }), 'API keys, newest first'),
    ...problemResponses,
  },
})

const create = createRoute({
  method: 'post',
  path: '/api-keys',
  tags,
  summary: 'Make an API key; not for a key itself',
  description:
    'The answer has the key, this once. A program sends it as `Authorization: Bearer …` and acts in the name of who made it. It ends with that person’s membership.',
  middleware,
  request: { body: jsonBody(createApiKeySchema) },
  responses: { 201: jsonContent(createdApiKeySchema, 'The new key'), ...problemResponses },
})

const revoke = createRoute({
  method: 'delete',
  path: '/api-keys/{keyId}',
  tags,
  summary: 'Revoke an API key: it ends at once; not for a key itself',
  middleware,
  request: { params: z.object({ keyId: idSchema }) },
  responses: { 204: { description: 'Done' }, ...problemResponses },
})

/** The keys by which programs call the API. */
export const createApiKeyRoutes = (context: Context) =>
  createRouter()
    .openapi(list, async (c) => respond(c, ok(await listApiKeys(context, c.var.actor))))
    .openapi(create, async (c) =>
      respond(c, await createApiKey(context, c.var.actor, c.req.valid('json')), 201),
    )
    .openapi(revoke, async (c) =>
      respondEmpty(c, await revokeApiKey(context, c.var.actor, c.req.valid('param').keyId)),
    )
