import type { Browser, BrowserContext, Page } from '@playwright/test'
import { storeLargeFlow } from './large-flow.ts'
import { listScripts, type Script } from './script-weight.ts'
import { visitBuilder, visitFirstRoute, visitWork } from './visit-routes.ts'

/** The scripts that each route fetches. */
export interface RouteScripts {
  firstRoute: Script[]
  builder: Script[]
  work: Script[]
}

/** Signs a context in as a demo account, over HTTP. Throws when that is refused. */
export const signInContext = async (context: BrowserContext, name: string): Promise<void> => {
  const data = { email: `${name}@sandi.test`, password: 'sandi-demo' }
  const response = await context.request.post('/api/auth/sign-in/email', { data })
  if (!response.ok()) throw new Error(`${name} can not sign in: ${response.status()}`)
}

/** Visits each route as somebody who has never been there. */
export const measureScripts = async (browser: Browser, baseURL: string): Promise<RouteScripts> => {
  const measure = async (name: string | undefined, visit: (page: Page) => Promise<void>) => {
    const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } })
    if (name !== undefined) await signInContext(context, name)
    const page = await context.newPage()
    await visit(page)
    const scripts = await listScripts(page)
    await context.close()
    return scripts
  }
  return {
    firstRoute: await measure(undefined, visitFirstRoute),
    builder: await measure('admin', async (page) =>
      visitBuilder(page, await storeLargeFlow(page.request, 50)),
    ),
    work: await measure('worker', visitWork),
  }
}
