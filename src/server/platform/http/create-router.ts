import { OpenAPIHono } from '@hono/zod-openapi'
import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type { ApiEnvironment } from './api-environment.ts'
import { toProblemResponse } from './problem-response.ts'

const places: Record<string, string> = {
  json: 'body',
  query: 'query',
  param: 'path',
  header: 'header',
}

/** Names every place of a request that its schema refuses. */
const toBadRequest = (target: string, error: z.core.$ZodError): Failure => ({
  code: 'bad-request',
  detail: 'Some of what was sent is not valid: see errors.',
  errors: error.issues.slice(0, 50).map(({ path, code, message }) => ({
    path: [places[target] ?? target, ...path.map(String)].join('.'),
    code: code ?? 'invalid',
    message,
  })),
})

/** A router whose routes check what they declare, and answer what does not fit with 400. */
export const createRouter = () =>
  new OpenAPIHono<ApiEnvironment>({
    defaultHook: (result) =>
      result.success ? undefined : toProblemResponse(toBadRequest(result.target, result.error)),
  })
