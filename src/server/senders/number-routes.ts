import { createRoute } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import { listQuery } from '#contract/list-schema.ts'
import {
  arrangedNumberListSchema,
  arrangedNumberSchema,
  numberAccountSchema,
  numberStepSchema,
  numberTemplatesSchema,
} from '#contract/sender-contract.ts'
import { idSchema } from '#domain/shared/identifier-schema.ts'
import { isPlatformOperator } from '#server/auth/platform-operator-service.ts'
import type { Context } from '#server/platform/context.ts'
import type { ApiEnvironment } from '#server/platform/http/api-environment.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { toProblemResponse } from '#server/platform/http/problem-response.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond } from '#server/platform/http/respond.ts'
import { jsonBody, jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import {
  changeAccountAcrossOrgs,
  listArrangedNumbersAcrossOrgs,
  takeStepAcrossOrgs,
} from './arrange-number-service.ts'
import { handInNumberTemplates, readNumberTemplates } from './number-templates-service.ts'
import type { SenderDependencies } from './sender-dependencies.ts'

const params = z.object({ organizationId: idSchema })
const shared = { tags: ['Platform operator'], middleware: [requireRole()] }
const one = { 200: jsonContent(arrangedNumberSchema, 'The number'), ...problemResponses }
const templates = { 200: jsonContent(numberTemplatesSchema, 'Templates'), ...problemResponses }

const listRoute = createRoute({
  ...shared,
  method: 'get',
  path: '/operator/branded-numbers',
  summary: 'The branded numbers of all organisations, the newest request first',
  request: { query: z.object(listQuery) },
  responses: { 200: jsonContent(arrangedNumberListSchema, 'Numbers'), ...problemResponses },
})

const stepRoute = createRoute({
  ...shared,
  method: 'post',
  path: '/operator/branded-numbers/{organizationId}/steps',
  summary: 'Review, activate, refuse, suspend or resume the number of an organisation',
  request: { params, body: jsonBody(numberStepSchema) },
  responses: one,
})

const accountRoute = createRoute({
  ...shared,
  method: 'put',
  path: '/operator/branded-numbers/{organizationId}/account',
  summary: 'Change where a number is at Meta; secrets can be set and never read',
  request: { params, body: jsonBody(numberAccountSchema) },
  responses: one,
})

const templatesRoute = createRoute({
  ...shared,
  method: 'get',
  path: '/operator/branded-numbers/{organizationId}/templates',
  summary: 'The message templates of a number, as Meta has them now',
  request: { params },
  responses: templates,
})

const handInRoute = createRoute({
  ...shared,
  method: 'post',
  path: '/operator/branded-numbers/{organizationId}/templates',
  summary: 'Hand in the message templates that are missing',
  request: { params },
  responses: templates,
})

/** The API by which the platform operator arranges the numbers of all organisations. */
export const createNumberRoutes = (context: Context, dependencies: SenderDependencies) => {
  const operatorsOnly = createMiddleware<ApiEnvironment>(async (c, next) => {
    // Nobody at all: the routes themselves refuse that.
    const actor: ApiEnvironment['Variables']['actor'] | undefined = c.get('actor')
    const { operators } = dependencies
    if (actor === undefined || (await isPlatformOperator(context, actor, operators))) return next()
    const detail = 'Only platform operators arrange branded numbers.'
    return toProblemResponse({ code: 'forbidden', detail })
  })
  const router = createRouter()
  router.use('/operator/branded-numbers', operatorsOnly)
  router.use('/operator/branded-numbers/*', operatorsOnly)
  return router
    .openapi(listRoute, async (c) =>
      respond(c, await listArrangedNumbersAcrossOrgs(context, c.req.valid('query'))),
    )
    .openapi(stepRoute, async (c) => {
      const { organizationId } = c.req.valid('param')
      const input = c.req.valid('json')
      return respond(
        c,
        await takeStepAcrossOrgs(context, dependencies, c.var.actor, organizationId, input),
      )
    })
    .openapi(accountRoute, async (c) => {
      const { organizationId } = c.req.valid('param')
      const input = c.req.valid('json')
      return respond(
        c,
        await changeAccountAcrossOrgs(context, dependencies, c.var.actor, organizationId, input),
      )
    })
    .openapi(templatesRoute, async (c) => {
      const { organizationId } = c.req.valid('param')
      return respond(c, await readNumberTemplates(context, dependencies, organizationId))
    })
    .openapi(handInRoute, async (c) => {
      const { organizationId } = c.req.valid('param')
      return respond(c, await handInNumberTemplates(context, dependencies, organizationId))
    })
}
