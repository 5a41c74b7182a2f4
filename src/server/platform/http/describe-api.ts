import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnvironment } from './api-environment.ts'

/** Answers with the OpenAPI document, made from the very schemas that the routes check. */
export const describeApi = (app: OpenAPIHono<ApiEnvironment>): void => {
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'sandi.session_token',
    description: 'Set by `POST /api/auth/sign-in/email { email, password }`.',
  })
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Sandi',
      version: '1',
      description:
        'Everything that the web app does. Errors are problem details (RFC 9457) with a stable `code`.',
    },
    security: [{ session: [] }],
  })
}
