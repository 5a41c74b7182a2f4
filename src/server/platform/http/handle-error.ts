import type { ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Failure } from '#contract/failure.ts'
import type { ApiEnvironment } from './api-environment.ts'
import { toProblemResponse } from './problem-response.ts'

/** PostgreSQL: a NUL character in text, or in JSON. */
const unstorableText = new Set(['22021', '22P05'])

const findSqlState = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  return findSqlState(error.cause)
}

const toFailure = (error: Error): Failure | undefined => {
  if (error instanceof HTTPException) {
    const code = error.status === 413 ? 'too-large' : 'bad-request'
    return { code, detail: error.message || 'The request is not valid.' }
  }
  if (error instanceof RangeError && error.message.includes('call stack')) {
    return { code: 'bad-request', detail: 'The JSON is nested too deeply.' }
  }
  if (unstorableText.has(findSqlState(error) ?? '')) {
    return { code: 'bad-request', detail: 'Text must not contain the NUL character.' }
  }
  return undefined
}

/** Answers to an exception: what the request did wrong, else 500 without details and a line in the log. */
export const handleError: ErrorHandler<ApiEnvironment> = (error, c) => {
  const failure = toFailure(error)
  if (failure !== undefined) return toProblemResponse(failure)
  c.var.logger.error({ err: error, path: c.req.path, method: c.req.method }, 'request failed')
  return toProblemResponse({
    code: 'internal',
    detail: `Try again. If it stays, tell us this request id: ${c.var.requestId}`,
  })
}

/** Answers where there is no such route. */
export const handleNotFound: NotFoundHandler<ApiEnvironment> = (c) =>
  toProblemResponse({ code: 'not-found', detail: `There is nothing at ${c.req.path}.` })
