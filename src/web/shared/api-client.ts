import { type ClientResponse, hc } from 'hono/client'
import type { App } from '#server/app.ts'
import { ApiError, offlineError, toApiError } from './api-error.ts'

export type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>

type SuccessStatus = 200 | 201 | 202 | 204

type SuccessBody<Answer> =
  Answer extends ClientResponse<infer Body, infer Status, string>
    ? Status extends SuccessStatus
      ? Body
      : never
    : never

/**
 * Talks to the server through `send`: HTTP, or in the mock the very same server in a Web Worker.
 * Typed by the server's routes; `call` takes the body out of an answer.
 */
export const createApiClient = (send: Fetch) => ({
  ...authCalls(send),
  /** Everything under /api/v1, for example `api.v1.flows.$get({ query: {} })`. */
  v1: hc<App>(location.origin, { fetch: send }).api.v1,
})

/** The body of a successful answer. Throws ApiError for every other, `offline` when there is none. */
export const call = async <Answer extends ClientResponse<unknown, number, string>>(
  request: Promise<Answer>,
): Promise<SuccessBody<Answer>> => {
  const response = await request.catch(() => {
    throw offlineError()
  })
  if (!response.ok) throw await toApiError(response)
  const body: unknown = response.status === 204 ? undefined : await response.json()
  return body as SuccessBody<Answer>
}

/** Signing in and out, which belong to better-auth and are not under /api/v1. */
const authCalls = (send: Fetch) => {
  const post = async (path: string, body: unknown): Promise<Response> =>
    send(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => {
      throw offlineError()
    })
  return {
    /** Throws ApiError: `not-signed-in` when email or password is wrong. */
    signIn: async (credentials: { email: string; password: string }): Promise<void> => {
      const response = await post('sign-in/email', credentials)
      if (response.ok) return
      if (response.status !== 401) throw await toApiError(response)
      throw new ApiError('not-signed-in', 401, 'The email or the password is wrong.', null)
    },
    signOut: async (): Promise<void> => {
      const response = await post('sign-out', {})
      if (!response.ok) throw await toApiError(response)
    },
  }
}
