import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { deadLetterSchema } from '#contract/dead-letter-contract.ts'
import type { Failure } from '#contract/failure.ts'
import { listOf, listQuery } from '#contract/list-schema.ts'
import { idSchema } from '#domain/shared/identifier-schema.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { isPlatformOperator } from '#server/auth/platform-operator-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond, respondEmpty } from '#server/platform/http/respond.ts'
import { jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import {
  dismissDeadLetterAcrossOrgs,
  listDeadLettersAcrossOrgs,
  retryDeadLetterAcrossOrgs,
} from './dead-letter-service.ts'

const tags = ['Operator']

const listRoute = createRoute({
  method: 'get',
  path: '/operator/dead-letters',
  tags,
  summary: 'Work that was given up: sends, webhooks, mails; newest first',
  description: 'For platform operators. Never a code, never a whole recipient.',
  middleware: requireRole(),
  request: { query: z.object(listQuery) },
  responses: { 200: jsonContent(listOf(deadLetterSchema), 'Dead letters'), ...problemResponses },
})

const retryRoute = createRoute({
  method: 'post',
  path: '/operator/dead-letters/{id}/retry',
  tags,
  summary: 'Have such work tried again',
  description: 'For platform operators. A send whose code can not be entered any more is refused.',
  middleware: requireRole(),
  request: { params: z.object({ id: idSchema }) },
  responses: {
    202: jsonContent(deadLetterSchema, 'What is tried again'),
    ...problemResponses,
  },
})

const dismissRoute = createRoute({
  method: 'delete',
  path: '/operator/dead-letters/{id}',
  tags,
  summary: 'Forget such work',
  description: 'For platform operators. The credit that a send still holds is settled.',
  middleware: requireRole(),
  request: { params: z.object({ id: idSchema }) },
  responses: { 204: { description: 'It is forgotten' }, ...problemResponses },
})

/** The API of who runs the installation. `operators` are their email addresses. */
export const createDeadLetterRoutes = (context: Context, operators: readonly string[]) => {
  const check = async (actor: Actor): Promise<Result<null, Failure>> =>
    (await isPlatformOperator(context, actor, operators))
      ? ok(null)
      : err({ code: 'forbidden', detail: 'Only platform operators see what was given up.' })
  return createRouter()
    .openapi(listRoute, async (c) => {
      const checked = await check(c.var.actor)
      if (!checked.ok) return respond(c, checked) as never
      return respond(c, await listDeadLettersAcrossOrgs(context, c.req.valid('query')))
    })
    .openapi(retryRoute, async (c) => {
      const checked = await check(c.var.actor)
      if (!checked.ok) return respond(c, checked) as never
      const { id } = c.req.valid('param')
      return respond(c, await retryDeadLetterAcrossOrgs(context, c.var.actor, id), 202)
    })
    .openapi(dismissRoute, async (c) => {
      const checked = await check(c.var.actor)
      if (!checked.ok) return respondEmpty(c, checked)
      const { id } = c.req.valid('param')
      return respondEmpty(c, await dismissDeadLetterAcrossOrgs(context, c.var.actor, id))
    })
}
