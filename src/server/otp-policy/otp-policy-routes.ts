import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import {
  conversionAlertListSchema,
  otpPolicySettingsSchema,
  placeSchema,
  policyCountryListSchema,
} from '#contract/otp-policy-contract.ts'
import { otpPolicySchema } from '#domain/otp/otp-policy.ts'
import { ok } from '#domain/shared/result.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { parseRevision, toEntityTag } from '#server/platform/http/entity-tag.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond } from '#server/platform/http/respond.ts'
import { jsonBody, jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import { blockPlace, unblockPlace } from './block-service.ts'
import { listConversionAlerts } from './conversion-alert-service.ts'
import { listPolicyCountries } from './list-countries-service.ts'
import { getOtpPolicy, replaceOtpPolicy } from './otp-policy-service.ts'

const admins = requireRole('owner', 'admin')
const tags = ['Settings']
const settingsResponses = {
  200: jsonContent(otpPolicySettingsSchema, 'The policy; the ETag is its revision'),
  ...problemResponses,
}
const placeParams = z.object({ place: placeSchema })

const getPolicyRoute = createRoute({
  method: 'get',
  path: '/settings/otp-policy',
  tags,
  summary: 'What holds for the codes of the organisation',
  middleware: admins,
  responses: settingsResponses,
})

const replaceRoute = createRoute({
  method: 'put',
  path: '/settings/otp-policy',
  tags,
  summary: 'Replace the policy',
  description: 'If-Match names the ETag that was changed: 412 when somebody else was faster.',
  middleware: admins,
  request: {
    headers: z.object({ 'if-match': z.string().max(40).optional() }),
    body: jsonBody(otpPolicySchema),
  },
  responses: settingsResponses,
})

const countriesRoute = createRoute({
  method: 'get',
  path: '/settings/otp-policy/countries',
  tags,
  summary: 'The countries that can be allowed, and what to know before',
  middleware: admins,
  responses: { 200: jsonContent(policyCountryListSchema, 'Countries'), ...problemResponses },
})

const alertsRoute = createRoute({
  method: 'get',
  path: '/settings/otp-policy/alerts',
  tags,
  summary: 'Places at which few of the codes that were sent there were entered',
  middleware: admins,
  responses: { 200: jsonContent(conversionAlertListSchema, 'Alerts'), ...problemResponses },
})

const blockRoute = createRoute({
  method: 'put',
  path: '/settings/otp-policy/blocks/{place}',
  tags,
  summary: 'Send no more codes to a country (ID), or to numbers that begin so (+62812345)',
  middleware: admins,
  request: { params: placeParams },
  responses: settingsResponses,
})

const unblockRoute = createRoute({
  method: 'delete',
  path: '/settings/otp-policy/blocks/{place}',
  tags,
  summary: 'Send codes there again',
  middleware: admins,
  request: { params: placeParams },
  responses: settingsResponses,
})

/** The API of the policy for codes. */
export const createOtpPolicyRoutes = (context: Context) =>
  createRouter()
    .openapi(getPolicyRoute, async (c) => {
      const settings = await getOtpPolicy(context, c.var.actor)
      c.header('ETag', toEntityTag(settings.revision))
      return respond(c, ok(settings))
    })
    .openapi(replaceRoute, async (c) => {
      const revision = parseRevision(c.req.valid('header')['if-match'])
      if (!revision.ok) return respond(c, revision)
      const input = { revision: revision.value, policy: c.req.valid('json') }
      const settings = await replaceOtpPolicy(context, c.var.actor, input)
      if (settings.ok) c.header('ETag', toEntityTag(settings.value.revision))
      return respond(c, settings)
    })
    .openapi(countriesRoute, async (c) =>
      respond(c, ok({ items: await listPolicyCountries(context) })),
    )
    .openapi(alertsRoute, async (c) =>
      respond(c, ok({ items: await listConversionAlerts(context, c.var.actor) })),
    )
    .openapi(blockRoute, async (c) =>
      respond(c, await blockPlace(context, c.var.actor, c.req.valid('param').place)),
    )
    .openapi(unblockRoute, async (c) =>
      respond(c, await unblockPlace(context, c.var.actor, c.req.valid('param').place)),
    )
