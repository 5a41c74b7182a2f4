import type { ErrorCode } from '#contract/error-codes.ts'
import { toProblemResponse } from '#server/platform/http/problem-response.ts'
import { withClientAddress } from './client-address.ts'
import type { Auth } from './create-auth.ts'
import type { SessionActors } from './session-actors.ts'

const codes: Record<number, ErrorCode> = {
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'not-found',
  429: 'too-many-requests',
}

/** Says what better-auth refused in the form that the whole API has. */
const toProblem = async (response: Response): Promise<Response> => {
  const body = (await response.json().catch(() => ({}))) as { message?: string }
  const retryAfter = Number(response.headers.get('x-retry-after') ?? Number.NaN)
  return toProblemResponse({
    code: codes[response.status] ?? 'bad-request',
    detail: body.message ?? 'The request was refused.',
    ...(Number.isFinite(retryAfter) && { retryAfter }),
  })
}

/** Answers everything under /api/auth: signing in and out, by better-auth. */
export const createAuthHandler =
  (auth: Auth, actors: SessionActors, isBehindProxy: boolean) =>
  async (request: Request, socketAddress: string | undefined): Promise<Response> => {
    const told = withClientAddress(request, socketAddress, isBehindProxy)
    const response = await auth.handler(told)
    if (request.method !== 'GET') actors.forget()
    const isRefusal = response.status >= 400 && response.status < 500
    return isRefusal ? toProblem(response) : response
  }
