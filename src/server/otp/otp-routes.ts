import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import {
  challengeListSchema,
  challengeSchema,
  sendOtpSchema,
  verifiedSchema,
  verifyOtpSchema,
} from '#contract/otp-contract.ts'
import { idSchema } from '#domain/shared/identifier-schema.ts'
import { safeText } from '#domain/shared/text-schema.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond } from '#server/platform/http/respond.ts'
import { jsonBody, jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import type { Otp } from './otp-service.ts'
import { sendOtp } from './send-otp-service.ts'
import { listTrail } from './trail-service.ts'
import { verifyOtp } from './verify-otp-service.ts'

const params = z.object({ taskId: idSchema })

const sendRoute = createRoute({
  method: 'post',
  path: '/tasks/{taskId}/otp/send',
  tags: ['OTP'],
  summary: 'Have a code sent to the recipient of an OTP step',
  description:
    'Costs credit. Under the same Idempotency-Key a second request sends nothing and answers with the first challenge.',
  middleware: [requireRole('field_user', 'owner', 'admin')] as const,
  request: {
    params,
    headers: z.object({ 'idempotency-key': safeText.min(1).max(200).optional() }),
    body: jsonBody(sendOtpSchema),
  },
  responses: {
    202: jsonContent(challengeSchema, 'The challenge, whose code is on its way'),
    ...problemResponses,
  },
})

const verifyRoute = createRoute({
  method: 'post',
  path: '/tasks/{taskId}/otp/verify',
  tags: ['OTP'],
  summary: 'Enter the code of an OTP step',
  middleware: [requireRole('field_user', 'owner', 'admin')] as const,
  request: { params, body: jsonBody(verifyOtpSchema) },
  responses: { 200: jsonContent(verifiedSchema, 'The code was right'), ...problemResponses },
})

const trailRoute = createRoute({
  method: 'get',
  path: '/tasks/{taskId}/otp',
  tags: ['OTP'],
  summary: 'Every code of a task and what became of it, newest first',
  middleware: [requireRole('field_user', 'planner', 'owner', 'admin')] as const,
  request: { params },
  responses: { 200: jsonContent(challengeListSchema, 'The trail'), ...problemResponses },
})

/** The API of one-time codes. */
export const createOtpRoutes = (context: Context, otp: Otp) =>
  createRouter()
    .openapi(sendRoute, async (c) => {
      const idempotencyKey = c.req.valid('header')['idempotency-key']
      const input = { ...c.req.valid('param'), ...c.req.valid('json'), idempotencyKey }
      return respond(c, await sendOtp(context, otp, c.var.actor, input), 202)
    })
    .openapi(verifyRoute, async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') }
      return respond(c, await verifyOtp(context, otp, c.var.actor, input))
    })
    .openapi(trailRoute, async (c) =>
      respond(c, await listTrail(context, c.var.actor, c.req.valid('param').taskId)),
    )
