import { get, set } from 'idb-keyval'
import { findActorAcrossOrgs } from '../auth/member-service.ts'
import { demoAccounts, demoPassword } from '../demo/demo-accounts.ts'
import type { ResolveActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { toProblemResponse } from '../platform/http/problem-response.ts'

const key = 'sandi:mock-account'

interface Credentials {
  email?: unknown
  password?: unknown
}

/** Says which demo account uses this browser; there are no cookies between a page and its worker. */
export const createBrowserActors =
  (context: Pick<Context, 'db'>): ResolveActor =>
  async () => {
    const id = await get<string>(key)
    return id ? findActorAcrossOrgs(context, id) : undefined
  }

const signIn = async (request: Request): Promise<Response> => {
  const { email, password } = (await request.json()) as Credentials
  const account = demoAccounts.find((demo) => demo.email === email)
  if (account === undefined || password !== demoPassword) {
    return toProblemResponse({ code: 'not-signed-in', detail: 'Email or password is wrong.' })
  }
  await set(key, account.id)
  return Response.json({ user: { id: account.id } })
}

/** Answers what better-auth answers on Node: here signing in is choosing a demo account. */
export const handleBrowserAuth = async (request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url)
  if (pathname.endsWith('/sign-in/email')) return signIn(request)
  if (pathname.endsWith('/sign-out')) {
    await set(key, '')
    return Response.json({ success: true })
  }
  return toProblemResponse({ code: 'not-found', detail: 'There is nothing here.' })
}
