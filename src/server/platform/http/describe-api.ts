import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnvironment } from './api-environment.ts'
import { type ApiDocument, renderApiReference } from './api-reference.ts'

const configuration = {
  openapi: '3.1.0',
  info: {
    title: 'Sandi',
    version: '1',
    description:
      'Everything that the web app does. Errors are problem details (RFC 9457) with a stable `code`.',
  },
  security: [{ session: [] }, { apiKey: [] }],
}

/** Answers with the API document, made from the very schemas that the routes check, and a page of it. */
export const describeApi = (app: OpenAPIHono<ApiEnvironment>): void => {
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'sandi.session_token',
    description: 'Set by `POST /api/auth/sign-in/email { email, password }`.',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'sandi_…',
    description:
      'An API key, for programs: made under Settings → API keys or by `POST /api-keys`, sent as `Authorization: Bearer sandi_…`.',
  })
  let document: ReturnType<typeof app.getOpenAPI31Document> | undefined
  const getDocument = () => {
    document ??= app.getOpenAPI31Document(configuration)
    return document
  }
  app.get('/api/openapi.json', (c) => c.json(getDocument()))
  app.get('/api/docs', (c) => c.html(renderApiReference(getDocument() as unknown as ApiDocument)))
}
