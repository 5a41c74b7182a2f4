import { createRoute } from '@hono/zod-openapi'
import { reconciliationListSchema } from '#contract/reconciliation-contract.ts'
import { ok } from '#domain/shared/result.ts'
import { isPlatformOperator } from '#server/auth/platform-operator-service.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { toProblemResponse } from '#server/platform/http/problem-response.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond } from '#server/platform/http/respond.ts'
import { jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import { getReconciliationsAcrossOrgs } from './run-reconciliation-service.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/billing/reconciliations',
  tags: ['Billing'],
  summary: 'What the latest looks over the whole ledger found, newest first',
  description: 'For platform operators: it is about all organisations.',
  middleware: requireRole(),
  responses: {
    200: jsonContent(reconciliationListSchema, 'Reconciliations'),
    ...problemResponses,
  },
})

/** The API of reconciliations. `operators` are the email addresses of who may see them. */
export const createReconciliationRoutes = (context: Context, operators: readonly string[]) =>
  createRouter().openapi(listRoute, async (c) => {
    if (!(await isPlatformOperator(context, c.var.actor, operators))) {
      const detail = 'Only platform operators see reconciliations.'
      return toProblemResponse({ code: 'forbidden', detail }) as never
    }
    return respond(c, ok({ items: await getReconciliationsAcrossOrgs(context) }))
  })
