import { test as base, type Page } from '@playwright/test'

export type Role = 'owner' | 'admin' | 'billing' | 'planner' | 'worker'

const buttonOf: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Admin',
  billing: 'Billing reviewer',
  planner: 'Planner',
  worker: 'Field worker',
}

/** A phone of today, held upright. */
export const phone = { width: 390, height: 844 }

interface Fixtures {
  /** Opens a browser of somebody's own, signed in to the demo workspace. */
  signIn: (role: Role) => Promise<Page>
}

/** Errors that a page shows nobody, and that a scenario must not have. */
const watch = (page: Page, errors: string[]): void => {
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    // The browser itself reports every answer of 400 and above, also those that are expected.
    const isExpected = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isExpected) errors.push(message.text())
  })
}

/** Signs in with one click on the sign-in screen. */
export const signInAs = async (page: Page, role: Role): Promise<void> => {
  await page.goto('./')
  await page.getByRole('button', { name: new RegExp(`^${buttonOf[role]}`) }).click()
  await page.waitForURL((url) => !url.href.includes('/sign-in'))
}

export const test = base.extend<Fixtures>({
  signIn: async ({ browser, baseURL }, use) => {
    const errors: string[] = []
    const contexts: { close(): Promise<void> }[] = []
    await use(async (role) => {
      const context = await browser.newContext({
        ...(baseURL && { baseURL }),
        viewport: role === 'worker' ? phone : { width: 1440, height: 900 },
      })
      contexts.push(context)
      const page = await context.newPage()
      watch(page, errors)
      await signInAs(page, role)
      return page
    })
    for (const context of contexts) await context.close()
    if (errors.length > 0) throw new Error(`the browser reported:\n${errors.join('\n')}`)
  },
})
