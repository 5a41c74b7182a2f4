import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { sessionSchema } from '#contract/session-contract.ts'
import { assigneeSchema } from '#contract/task-contract.ts'
import { ok } from '#domain/shared/result.ts'
import type { Context } from '#server/platform/context.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { requireRole } from '#server/platform/http/require-role.ts'
import { respond } from '#server/platform/http/respond.ts'
import { jsonContent, problemResponses } from '#server/platform/http/route-parts.ts'
import { listAssignees } from './member-service.ts'
import { getSession } from './session-service.ts'

const sessionRoute = createRoute({
  method: 'get',
  path: '/session',
  tags: ['Session'],
  summary: 'Who is signed in',
  middleware: requireRole(),
  responses: { 200: jsonContent(sessionSchema, 'The session'), ...problemResponses },
})

const assigneesRoute = createRoute({
  method: 'get',
  path: '/members/assignees',
  tags: ['Members'],
  summary: 'Members to whom a task can be assigned',
  middleware: requireRole('owner', 'admin', 'planner'),
  responses: {
    200: jsonContent(z.object({ items: z.array(assigneeSchema) }), 'Field workers, by name'),
    ...problemResponses,
  },
})

/**
 * Who is who. Signing in and out is better-auth's, under /api/auth. `operators` are the email addresses
 * of who runs the installation.
 */
export const createAuthRoutes = (context: Context, operators: readonly string[]) =>
  createRouter()
    .openapi(sessionRoute, async (c) =>
      respond(c, ok(await getSession(context, c.var.actor, operators))),
    )
    .openapi(assigneesRoute, async (c) =>
      respond(c, ok({ items: await listAssignees(context, c.var.actor) })),
    )
