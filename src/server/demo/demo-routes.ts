import { createRoute } from '@hono/zod-openapi'
import { welcomeSchema } from '#contract/session-contract.ts'
import { ok } from '#domain/shared/result.ts'
import { createRouter } from '#server/platform/http/create-router.ts'
import { respond } from '#server/platform/http/respond.ts'
import { jsonContent } from '#server/platform/http/route-parts.ts'
import { demoAccounts, demoPassword } from './demo-accounts.ts'

const welcomeRoute = createRoute({
  method: 'get',
  path: '/welcome',
  tags: ['Session'],
  summary: 'What the sign-in screen needs; public',
  security: [],
  responses: { 200: jsonContent(welcomeSchema, 'The demo accounts, where there are any') },
})

/** What anybody may know: the demo accounts, where the demo workspace is on. */
export const createDemoRoutes = (hasDemo: boolean) =>
  createRouter().openapi(welcomeRoute, (c) => {
    const accounts = hasDemo ? demoAccounts : []
    return respond(
      c,
      ok({
        demoAccounts: accounts.map(({ email, name, role }) => ({
          email,
          name,
          role,
          password: demoPassword,
        })),
      }),
    )
  })
