import type { Context, TypedResponse } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { JSONParsed } from 'hono/utils/types'
import type { Failure } from '#contract/failure.ts'
import type { Result } from '#domain/shared/result.ts'
import { toProblemResponse } from './problem-response.ts'

type Answer<Value, Status extends ContentfulStatusCode> = Response &
  TypedResponse<JSONParsed<Value>, Status, 'json'>

/**
 * Answers with a service's result: its value as JSON, or its failure as problem details. Only the
 * success is in the type, because that is all that routes declare and that clients read as typed.
 */
export function respond<Value>(c: Context, result: Result<Value, Failure>): Answer<Value, 200>
export function respond<Value, Status extends ContentfulStatusCode>(
  c: Context,
  result: Result<Value, Failure>,
  status: Status,
): Answer<Value, Status>
export function respond(
  c: Context,
  result: Result<unknown, Failure>,
  status: ContentfulStatusCode = 200,
) {
  return result.ok ? c.json(result.value, status) : toProblemResponse(result.error)
}

/** Answers with 204 and no body, or with the failure as problem details. */
export const respondEmpty = (c: Context, result: Result<unknown, Failure>) => {
  const response: unknown = result.ok ? c.body(null, 204) : toProblemResponse(result.error)
  return response as Response & TypedResponse<Record<never, never>, 204, string>
}
