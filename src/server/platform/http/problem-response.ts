import { errorCodes } from '#contract/error-codes.ts'
import type { Failure } from '#contract/failure.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'

/** The body of an answer that is not a success (RFC 9457). */
const toProblemDetails = (failure: Failure): ProblemDetails => {
  const [status, title] = errorCodes[failure.code]
  return { type: `/api/docs#${failure.code}`, title, status, ...failure }
}

/** An answer that is not a success; the one place where a failure becomes HTTP. */
export const toProblemResponse = (failure: Failure): Response => {
  const problem = toProblemDetails(failure)
  const headers = new Headers({ 'content-type': 'application/problem+json' })
  if (failure.retryAfter !== undefined) headers.set('retry-after', String(failure.retryAfter))
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}
