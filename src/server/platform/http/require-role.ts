import { createMiddleware } from 'hono/factory'
import type { Role } from '#contract/session-contract.ts'
import type { Actor } from '../actor.ts'
import type { ApiEnvironment } from './api-environment.ts'
import { toProblemResponse } from './problem-response.ts'

/** Lets a request pass only from somebody signed in, in one of the roles; all roles when none is given. */
export const requireRole = (...roles: Role[]) =>
  createMiddleware<ApiEnvironment>(async (c, next) => {
    const actor: Actor | undefined = c.get('actor')
    if (actor === undefined) {
      return toProblemResponse({ code: 'not-signed-in', detail: 'Sign in first.' })
    }
    if (roles.length > 0 && !roles.includes(actor.role)) {
      return toProblemResponse({
        code: 'forbidden',
        detail: `Your role (${actor.role}) may not do this; ${roles.join(', ')} may.`,
      })
    }
    return next()
  })
