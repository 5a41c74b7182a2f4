import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { type Role, test } from './fixtures.ts'
import { FlowBuilder } from './pages/flow-builder.ts'

/** Screens whose own scenarios don't look at them in both schemes. */
const screens: [Role, string, string][] = [
  ['admin', '/flows', 'Flows'],
  ['planner', '/tasks', 'Tasks'],
  ['worker', '/work', 'My tasks'],
  ['billing', '/billing/rates', 'Rates'],
  ['billing', '/billing/balance', 'Balance'],
  ['admin', '/sandbox', 'Sandbox inbox'],
]

for (const colorScheme of ['light', 'dark'] as const) {
  const prepare = (page: Page) => page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })

  test(`axe finds nothing on the sign-in screen (${colorScheme})`, async ({ page }) => {
    await prepare(page)
    await page.goto('/sign-in')
    await expect(page.getByRole('button', { name: /^Admin/ })).toBeVisible()
    await expectAccessible(page)
  })

  for (const [role, path, title] of screens) {
    test(`axe finds nothing on ${title} (${colorScheme})`, async ({ signIn }) => {
      const page = await signIn(role)
      await prepare(page)
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await expect(page.getByText('Loading')).toHaveCount(0)
      await expectAccessible(page)
    })
  }

  test(`axe finds nothing in the builder and its panels (${colorScheme})`, async ({ signIn }) => {
    const page = await signIn('admin')
    await prepare(page)
    const builder = await FlowBuilder.createBlank(page, `Accessible ${colorScheme}`)
    await builder.drag('OTP', 'Page 1')
    await expect(builder.settings.getByRole('region', { name: 'Cost' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('tab', { name: /Problems/ }).click()
    await expectAccessible(page)
  })

  test(`axe finds nothing on a worker's OTP step (${colorScheme})`, async ({ signIn }) => {
    const page = await signIn('worker')
    await prepare(page)
    await page
      .getByRole('link', { name: /Last-mile delivery/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible()
    await expectAccessible(page)
  })
}
