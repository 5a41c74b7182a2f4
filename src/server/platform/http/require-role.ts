import { createMiddleware } from 'hono/factory'
import type { Failure } from '#contract/failure.ts'
import type { Role } from '#contract/session-contract.ts'
import type { Actor } from '../actor.ts'
import { readBearerToken } from '../bearer-token.ts'
import type { ApiEnvironment } from './api-environment.ts'
import { toProblemResponse } from './problem-response.ts'

const notSignedIn = (headers: Headers): Failure => ({
  code: 'not-signed-in',
  detail:
    readBearerToken(headers) === undefined
      ? 'Sign in first.'
      : 'The API key is not known: it may have expired, or was revoked.',
})

const refuse = (
  actor: Actor | undefined,
  headers: Headers,
  roles: readonly Role[],
): Failure | undefined => {
  if (actor === undefined) return notSignedIn(headers)
  if (roles.length === 0 || roles.includes(actor.role)) return undefined
  return {
    code: 'forbidden',
    detail: `Your role (${actor.role}) may not do this; ${roles.join(', ')} may.`,
  }
}

/** Lets a request pass only from somebody signed in, in one of the roles; all roles when none is given. */
export const requireRole = (...roles: Role[]) =>
  createMiddleware<ApiEnvironment>(async (c, next) => {
    const refusal = refuse(c.get('actor'), c.req.raw.headers, roles)
    return refusal === undefined ? next() : toProblemResponse(refusal)
  })

/** The same, and not from an API key: one that got lost must not make others, or members. */
export const requirePerson = (...roles: Role[]) =>
  createMiddleware<ApiEnvironment>(async (c, next) => {
    const actor: Actor | undefined = c.get('actor')
    const refusal = refuse(actor, c.req.raw.headers, roles)
    if (refusal !== undefined) return toProblemResponse(refusal)
    if (!actor?.isKey) return next()
    return toProblemResponse({
      code: 'forbidden',
      detail: 'This is for people, not for API keys.',
    })
  })
